#include "server/domain/inquiry.hpp"

#include <algorithm>

namespace kotobashi::domain {

result<inquiry> make_inquiry(const new_inquiry& input, const activation& center, const principal& by,
                             id<inquiry> new_id, std::int64_t number, instant now) {
  if (center.state == activation_state::closed)
    return refuse(refusal_code::center_closed, "the center is closed");
  if (input.content.reveal().empty()) return refuse_field("content", "required", "write what was asked");
  if (!input.visible_to.empty() && !input.confidential.value_or(false))
    return refuse_field("confidential", "required",
                        "everybody at the desk sees an inquiry that is not confidential: say that it is");
  inquiry made;
  made.id = std::move(new_id);
  made.activation = center.id;
  made.number = number;
  made.channel = input.channel;
  made.language = input.language;
  made.area = input.area.value_or("");
  made.topic = input.topic;
  made.confidential = input.confidential.value_or(false);
  if (made.confidential) {
    made.visible_to = input.visible_to;
    if (std::ranges::find(made.visible_to, by.who) == made.visible_to.end())
      made.visible_to.push_back(by.who);
  }
  made.emergency = input.emergency.value_or(emergency_check::not_asked);
  made.tourist = input.tourist;
  made.content = input.content;
  made.contact = input.contact.value_or(personal<text<200>>{});
  made.state = inquiry_state::new_;
  made.received_at = now;
  made.created_by = by.who;
  return made;
}

inquiry_fields fields_of(const inquiry& one) {
  inquiry_fields fields{one.language, one.area,  one.topic, one.emergency, one.tourist, one.content,
                        one.contact,  one.state, {}};
  if (!one.merged_into.empty()) fields.merged_into = one.merged_into;
  return fields;
}

result<inquiry> change(inquiry one, const inquiry_fields& fields, instant now) {
  if (one.state == inquiry_state::closed && fields.state == inquiry_state::new_)
    return refuse_field("state", "wrong_state", "a closed inquiry is opened again as open, not as new");
  if (fields.content.reveal().empty()) return refuse_field("content", "required", "write what was asked");
  if (fields.merged_into && *fields.merged_into == one.id)
    return refuse_field("merged_into", "range", "an inquiry cannot be merged into itself");
  one.language = fields.language;
  one.area = fields.area.value_or("");
  one.topic = fields.topic;
  one.emergency = fields.emergency;
  one.tourist = fields.tourist;
  one.content = fields.content;
  one.contact = fields.contact.value_or(personal<text<200>>{});
  // Opened again, a merged one stands for itself.
  bool apart = !one.merged_into.empty() && fields.merged_into == one.merged_into &&
               fields.state != inquiry_state::closed;
  one.merged_into = apart ? id<inquiry>{} : fields.merged_into.value_or(id<inquiry>{});
  one.state = one.merged_into.empty() ? fields.state : inquiry_state::closed;
  if (one.state == inquiry_state::answered && !one.answered_at) one.answered_at = now;
  one.closed_at =
      one.state == inquiry_state::closed ? std::optional(one.closed_at.value_or(now)) : std::nullopt;
  ++one.revision;
  return one;
}

result<answer> make_answer(const inquiry& one, const new_answer& input, const principal& by,
                           id<answer> new_id, instant now) {
  refusal wrong{refusal_code::invalid, "some fields are not right", {}};
  if (input.content.reveal().empty()) wrong.errors.push_back({"content", "required", "write the answer"});
  if (input.source_checked.empty())
    wrong.errors.push_back({"source_checked", "required", "say what the answer was checked against"});
  if (!wrong.errors.empty()) return wrong;
  if (!one.merged_into.empty())
    return refuse(refusal_code::wrong_state, "this inquiry was merged into another: answer there");
  return answer{std::move(new_id),
                one.id,
                input.content,
                input.source_checked,
                input.language.value_or(one.language),
                now,
                by.who};
}

inquiry answered(inquiry one, instant now) {
  one.state = inquiry_state::answered;
  one.answered_at = one.answered_at.value_or(now);
  one.closed_at.reset();
  ++one.revision;
  return one;
}

bool may_see(const inquiry& one, const principal& who) {
  if (one.confidential) return std::ranges::find(one.visible_to, who.who) != one.visible_to.end();
  return who.roles.meets(may_read_inquiries);
}

bool may_see(const request& one, const principal& who) {
  if (one.confidential) return std::ranges::find(one.visible_to, who.who) != one.visible_to.end();
  return who.roles.meets(staff);
}

bool may_see_people(const request& one, const principal& who) {
  return may_see(one, who) && (one.confidential || who.roles.meets(may_read_inquiries));
}

} // namespace kotobashi::domain
