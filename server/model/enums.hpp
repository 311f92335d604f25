#pragma once

#include <boost/describe/enum.hpp>

// The words of the field, as they stand in JSON and in the database.
namespace kotobashi {

enum class role { lead, coordinator, editor, desk, volunteer, observer };
BOOST_DESCRIBE_ENUM(role, lead, coordinator, editor, desk, volunteer, observer)

enum class hazard {
  earthquake,
  tsunami,
  flood,
  landslide,
  storm_surge,
  typhoon,
  snow,
  volcano,
  fire,
  industrial,
  infection,
  other
};
BOOST_DESCRIBE_ENUM(hazard, earthquake, tsunami, flood, landslide, storm_surge, typhoon, snow, volcano, fire,
                    industrial, infection, other)

enum class activation_mode { actual, drill };
BOOST_DESCRIBE_ENUM(activation_mode, actual, drill)
enum class activation_state { standby, active, closing, closed };
BOOST_DESCRIBE_ENUM(activation_state, standby, active, closing, closed)

enum class notice_state { draft, published, withdrawn, expired };
BOOST_DESCRIBE_ENUM(notice_state, draft, published, withdrawn, expired)
enum class text_status { missing, drafted, checked, outdated };
BOOST_DESCRIBE_ENUM(text_status, missing, drafted, checked, outdated)
enum class channel { board, signage, sheet, mail, sms, radio, cap };
BOOST_DESCRIBE_ENUM(channel, board, signage, sheet, mail, sms, radio, cap)

enum class volunteer_state { applicant, registered, suspended, left };
BOOST_DESCRIBE_ENUM(volunteer_state, applicant, registered, suspended, left)
enum class presence { off, on_call, signed_in, out, resting };
BOOST_DESCRIBE_ENUM(presence, off, on_call, signed_in, out, resting)
enum class gender { unknown, female, male, other };
BOOST_DESCRIBE_ENUM(gender, unknown, female, male, other)
// How well a language is known; in order.
enum class level { unknown, daily, intermediate, business, advanced, native };
BOOST_DESCRIBE_ENUM(level, unknown, daily, intermediate, business, advanced, native)
enum class specialty { medical, legal, childcare, school, work, housing, administration };
BOOST_DESCRIBE_ENUM(specialty, medical, legal, childcare, school, work, housing, administration)

enum class request_kind { interpret, translate, check, accompany };
BOOST_DESCRIBE_ENUM(request_kind, interpret, translate, check, accompany)
enum class request_mode { on_site, phone, video };
BOOST_DESCRIBE_ENUM(request_mode, on_site, phone, video)
enum class request_state { open, offered, taken, under_way, done, cancelled, expired };
BOOST_DESCRIBE_ENUM(request_state, open, offered, taken, under_way, done, cancelled, expired)
enum class admission { first_come, by_approval };
BOOST_DESCRIBE_ENUM(admission, first_come, by_approval)
enum class assignment_state { offered, taken, under_way, done, released };
BOOST_DESCRIBE_ENUM(assignment_state, offered, taken, under_way, done, released)
enum class call_result { accepted, declined, absent, call_back }; // 承諾, 辞退, 不在, 折返し
BOOST_DESCRIBE_ENUM(call_result, accepted, declined, absent, call_back)

enum class inquiry_state { new_, open, waiting, answered, closed };
BOOST_DESCRIBE_ENUM(inquiry_state, new_, open, waiting, answered, closed)
enum class inquiry_channel { phone, walk_in, shelter, email, web, sms };
BOOST_DESCRIBE_ENUM(inquiry_channel, phone, walk_in, shelter, email, web, sms)
enum class inquiry_topic {
  evacuation,
  shelter,
  water_food,
  lifelines,
  transport,
  medical,
  relatives,
  housing,
  certificates,
  money,
  work,
  residence_status,
  school,
  scam,
  rumour,
  other
};
BOOST_DESCRIBE_ENUM(inquiry_topic, evacuation, shelter, water_food, lifelines, transport, medical, relatives,
                    housing, certificates, money, work, residence_status, school, scam, rumour, other)
enum class emergency_check { not_asked, not_emergency, sent_to_119 };
BOOST_DESCRIBE_ENUM(emergency_check, not_asked, not_emergency, sent_to_119)

enum class bulletin_kind { intensity_flash, hypocentre, intensity, tsunami, dialog, other };
BOOST_DESCRIBE_ENUM(bulletin_kind, intensity_flash, hypocentre, intensity, tsunami, dialog, other)
enum class bulletin_status { normal, drill, test }; // 通常, 訓練, 試験
BOOST_DESCRIBE_ENUM(bulletin_status, normal, drill, test)
enum class bulletin_action { issued, corrected, cancelled }; // 発表, 訂正, 取消
BOOST_DESCRIBE_ENUM(bulletin_action, issued, corrected, cancelled)
// JMA's scale. five_lower_or_more_unknown: 震度５弱以上未入電, no value arrived and it was strong.
enum class intensity {
  unknown,
  one,
  two,
  three,
  four,
  five_lower_or_more_unknown,
  five_lower,
  five_upper,
  six_lower,
  six_upper,
  seven
};
BOOST_DESCRIBE_ENUM(intensity, unknown, one, two, three, four, five_lower_or_more_unknown, five_lower,
                    five_upper, six_lower, six_upper, seven)

} // namespace kotobashi
