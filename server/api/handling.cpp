#include "server/api/handling.hpp"

#include "server/store/activation_store.hpp"

#include <charconv>

namespace kotobashi::api {

std::optional<std::string_view> call::parameter(std::string_view name) const {
  for (const auto& [key, value] : query)
    if (key == name) return value;
  return std::nullopt;
}

reply json_reply(unsigned status, const js::value& body) {
  reply out;
  out.status = status;
  out.body = json::to_string(body);
  return out;
}

reply problem(const refusal& why) {
  js::object body;
  body["type"] = "https://kotobashi.invalid/problems/" + std::string(json::name_of(why.code));
  body["title"] = js::string_view(json::name_of(why.code));
  body["status"] = http_status(why.code);
  if (!why.detail.empty()) body["detail"] = why.detail;
  if (!why.errors.empty()) {
    js::array errors;
    for (const auto& each : why.errors)
      errors.push_back(js::object{{"field", each.field}, {"code", each.code}, {"detail", each.detail}});
    body["errors"] = std::move(errors);
  }
  reply out = json_reply(http_status(why.code), body);
  out.content_type = "application/problem+json";
  if (why.code == refusal_code::busy || why.code == refusal_code::too_many)
    out.headers.emplace_back("Retry-After", "1");
  if (why.code == refusal_code::storage_full) out.headers.emplace_back("Retry-After", "10");
  return out;
}

result<std::int64_t> limit_of(const call& from) {
  std::int64_t out = store::page_wish{}.limit;
  if (auto limit = from.parameter("limit")) {
    auto [end, error] = std::from_chars(limit->data(), limit->data() + limit->size(), out);
    if (error != std::errc{} || end != limit->data() + limit->size() || out < 1 || out > 500)
      return refuse_field("limit", "range", "from 1 to 500");
  }
  return out;
}

result<store::page_wish> page_of(const call& from) {
  store::page_wish wish;
  if (auto after = from.parameter("after")) {
    if (!valid_uuid(*after)) return refuse_field("after", "format", "take it from `next` of the page before");
    wish.after = *after;
  }
  auto limit = limit_of(from);
  if (!limit) return limit.error();
  wish.limit = *limit;
  return wish;
}

std::optional<refusal> if_match(const call& from, std::int64_t revision) {
  if (!from.if_match)
    return refuse(refusal_code::precondition_required, "send If-Match with the ETag that you read");
  if (*from.if_match != std::to_string(revision))
    return refuse(refusal_code::precondition_failed,
                  "somebody has changed this in the meantime: read it again");
  return std::nullopt;
}

result<activation> open_center(store::connection& db) {
  if (auto current = store::current_activation(db)) return std::move(*current);
  return refuse(refusal_code::center_closed, "the center is not open");
}

std::string detail::hash_of(const call& from, std::string_view what) {
  std::string path;
  for (const auto& part : from.path) path += '/' + part;
  for (const auto& [key, value] : from.query) path += '?' + key + '=' + value;
  return store::request_hash(what, path, from.body, from.if_match.value_or(""));
}

} // namespace kotobashi::api
