#include "client/cli/find.hpp"

#include <charconv>
#include <optional>

namespace kotobashi::cli {

namespace {
struct name {
  std::string text;
  std::optional<std::int64_t> number;
  bool confidential = false;

  explicit name(const std::string& called) : text(called) {
    std::string_view digits = called;
    confidential = digits.starts_with('c');
    if (confidential) digits.remove_prefix(1);
    std::int64_t value = 0;
    auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failed == std::errc() && end == digits.data() + digits.size()) number = value;
  }
  bool fits_id(std::string_view id) const { return text.size() >= 6 && id.ends_with(text); }
};

std::string text_of(const boost::json::object& of, std::string_view key) {
  auto* value = of.if_contains(key);
  return value && value->is_string() ? std::string(std::string_view(value->get_string())) : std::string();
}

bool fits(const boost::json::object& record, const name& called) {
  if (called.fits_id(text_of(record, "id"))) return true;
  auto* number = record.if_contains("number");
  if (!called.number || !number || !number->is_int64() || number->get_int64() != *called.number) return false;
  auto* hidden = record.if_contains("confidential");
  return called.confidential == (hidden && hidden->is_bool() && hidden->get_bool());
}

bool fits_person(const boost::json::object& record, const name& called) {
  return called.fits_id(text_of(record, "id")) || text_of(record, "number") == called.text ||
         text_of(record, "name") == called.text;
}

// The one record of a list that `called` means.
template <class Fits>
link::outcome<boost::json::value> find_in(context& c, const std::string& list, const std::string& called,
                                          Fits fits_name) {
  auto all = c.all_items(list);
  if (!all) return all.error();
  const name wanted(called);
  std::optional<boost::json::value> found;
  for (auto& each : *all) {
    if (!each.is_object() || !fits_name(each.get_object(), wanted)) continue;
    if (found)
      return link::failure(
          refuse(refusal_code::conflict, "more than one is called " + called + ": use the id"));
    found = std::move(each);
  }
  if (!found) return link::failure(refuse(refusal_code::not_found, "there is none called " + called));
  return std::move(*found);
}

template <class T, class Fits>
link::outcome<T> find_record(context& c, const std::string& path, const std::string& called, Fits fits_name,
                             const std::string& query = "?limit=500") {
  if (valid_uuid(called)) return link::ask_for<T>(c.link(), path + '/' + called);
  auto found = find_in(c, path + query, called, fits_name);
  if (!found) return found.error();
  auto read = link::read_record<T>(std::move(*found));
  if (!read) return link::detail::unreadable(read.error());
  return std::move(*read);
}
} // namespace

link::outcome<notice_view> find_notice(context& c, const std::string& called) {
  return find_record<notice_view>(c, "/api/v1/notices", called, fits);
}

// The id alone: staff and volunteers see other things of a request.
link::outcome<std::string> find_request(context& c, const std::string& called) {
  if (valid_uuid(called)) return called;
  auto found = find_in(c, "/api/v1/requests?limit=500", called, fits);
  if (!found) return found.error();
  return text_of(found->get_object(), "id");
}

link::outcome<inquiry_view> find_inquiry(context& c, const std::string& called) {
  return find_record<inquiry_view>(c, "/api/v1/inquiries", called, fits);
}

link::outcome<translation_view> find_translation(context& c, const std::string& called) {
  return find_record<translation_view>(c, "/api/v1/translations", called, fits, "?done=1");
}

link::outcome<wording_review_view> find_wording_review(context& c, const std::string& called) {
  return find_record<wording_review_view>(c, "/api/v1/wording-reviews", called, fits);
}

link::outcome<volunteer> find_volunteer(context& c, const std::string& called) {
  return find_record<volunteer>(c, "/api/v1/volunteers", called, fits_person);
}

link::outcome<client::template_view> find_topic(context& c, const std::string& id) {
  return link::ask_for<client::template_view>(c.link(), "/api/v1/templates/" + id);
}

std::string short_id(const std::string& id) {
  return id.size() > 8 ? id.substr(id.size() - 8) : id;
}

} // namespace kotobashi::cli
