#include "server/domain/notice.hpp"

namespace kotobashi::domain {

namespace {
std::optional<refusal> not_read_back(const notice& one, const std::optional<bool>& read_back) {
  if (!one.critical || read_back.value_or(false)) return std::nullopt;
  return refuse_field("read_back", "required",
                      "read area, order and time aloud first, and say that they are right");
}
} // namespace

bool is_ready(text_status status, const language_tag& language, bool critical, const text_policy& policy) {
  if (status == text_status::checked) return true;
  if (status != text_status::drafted) return false;
  if (language.value == "ja" || language.value == "ja-simple") return true;
  return critical ? policy.drafted_critical_goes_out : policy.drafted_goes_out;
}

result<notice> publish(notice draft, const publish_notice& input, std::int64_t number, int ready_texts,
                       instant now) {
  if (draft.state != notice_state::draft)
    return refuse(refusal_code::wrong_state, "this notice has been published already; correct it instead");
  if (auto asks = not_read_back(draft, input.read_back)) return *asks;
  if (ready_texts == 0) return refuse(refusal_code::not_ready, "no language of this notice is ready");
  if (draft.expires_at && *draft.expires_at <= now)
    return refuse_field("expires_at", "range", "this notice would have expired already");
  draft.state = notice_state::published;
  draft.number = number;
  draft.published_at = now;
  ++draft.revision;
  return draft;
}

result<notice> correct(notice published, const correct_notice& input, std::int64_t next, int ready_texts,
                       instant now) {
  if (published.state != notice_state::published)
    return refuse(refusal_code::wrong_state, "only a notice that is out can be corrected");
  if (auto asks = not_read_back(published, input.read_back)) return *asks;
  if (ready_texts == 0)
    return refuse(refusal_code::not_ready, "no language of the corrected notice is ready");
  published.current = next;
  published.corrected_at = now;
  if (input.source) published.source = input.source;
  if (input.expires_at) published.expires_at = input.expires_at;
  if (has_expired(published, now)) return refuse_field("expires_at", "range", "this time has passed already");
  ++published.revision;
  return published;
}

result<notice> withdraw(notice published, const withdraw_notice& input, instant now) {
  if (published.state != notice_state::published)
    return refuse(refusal_code::wrong_state, "only a notice that is out can be withdrawn");
  if (input.reason.empty()) return refuse_field("reason", "required", "say why it is withdrawn");
  published.state = notice_state::withdrawn;
  published.withdrawn_at = now;
  published.withdrawn_because = input.reason;
  ++published.revision;
  return published;
}

bool has_expired(const notice& one, instant now) {
  return one.state == notice_state::published && one.expires_at && *one.expires_at <= now;
}

notice expire(notice published) {
  published.state = notice_state::expired;
  ++published.revision;
  return published;
}

} // namespace kotobashi::domain
