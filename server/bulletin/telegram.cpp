#include "server/bulletin/telegram.hpp"

#include "server/bulletin/bodies.hpp"
#include "server/bulletin/jma_codes.hpp"
#include "server/bulletin/xml_guard.hpp"
#include "server/model/visible.hpp"

#include <algorithm>
#include <unordered_map>

namespace kotobashi::bulletins {

namespace {
constexpr std::string_view report_namespace = "http://xml.kishou.go.jp/jmaxml1/";

result<pugi::xml_node> parse(std::string_view text, pugi::xml_document& into) {
  auto parsed = into.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed) {
    auto upto = text.substr(0, std::min(static_cast<std::size_t>(parsed.offset), text.size()));
    return refuse(refusal_code::malformed, "this is not well-formed XML: line " +
                                               std::to_string(std::ranges::count(upto, '\n') + 1) + ", " +
                                               parsed.description());
  }
  pugi::xml_node root;
  for (const auto& each : into.children()) {
    if (each.type() != pugi::node_element) continue;
    if (root)
      return refuse(refusal_code::malformed,
                    "this is not well-formed XML: it has more than one root element");
    root = each;
  }
  return root;
}

// The namespace that the root's own name is in.
std::string_view namespace_of(const pugi::xml_node& root) {
  std::string_view name = root.name();
  auto colon = name.find(':');
  std::string attribute = colon == name.npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
  return root.attribute(attribute.c_str()).value();
}

constexpr std::size_t longest_title = 300; // bytes; the longest of JMA's has 60

void read_control(const pugi::xml_node& report, domain::telegram& to, findings& wrong) {
  to.title = wrong.required(report, "Control/Title", "Control/Title");
  if (to.title.size() > longest_title)
    wrong.add("Control/Title", "range", "no telegram has a title that long");
  to.issuer = text_of(find(report, "Control/PublishingOffice"));
  auto status = wrong.required(report, "Control/Status", "Control/Status");
  if (auto known = status_from(status))
    to.status = *known;
  else if (!status.empty())
    wrong.add("Control/Status", "unknown",
              "\"" + std::string(beginning(status, 40)) + "\" is none of 通常, 訓練, 試験");
}

void read_head(const pugi::xml_node& report, domain::telegram& to, findings& wrong) {
  auto head = child(report, "Head");
  auto action = wrong.required(head, "InfoType", "Head/InfoType");
  if (auto known = action_from(action))
    to.action = *known;
  else if (!action.empty())
    wrong.add("Head/InfoType", "unknown",
              "\"" + std::string(beginning(action, 40)) + "\" is none of 発表, 訂正, 取消");
  wrong.required(head, "ReportDateTime", "Head/ReportDateTime");
  to.reported_at = wrong.time(child(head, "ReportDateTime"), "Head/ReportDateTime").value_or(instant{});
  if (to.kind != bulletin_kind::other)
    to.event_id = wrong.required(head, "EventID", "Head/EventID");
  else
    to.event_id = text_of(child(head, "EventID"));
  auto serial = child(head, "Serial"); // flash reports and tsunami warnings have it empty
  if (!serial) wrong.missing("Head/Serial");
  to.serial = text_of(serial);
  if (to.kind == bulletin_kind::intensity_flash)
    to.occurred_at = wrong.time(child(head, "TargetDateTime"), "Head/TargetDateTime");
  if (auto text = text_of(find(head, "Headline/Text")); !text.empty()) to.texts.push_back(std::move(text));
}

// A place of the headline whose intensity did not arrive: it counts even where the body says less of it, or
// nothing.
class silent_places {
public:
  explicit silent_places(std::vector<domain::coded_intensity>& all) : all_(all) {
    for (std::size_t i = 0; i < all.size(); ++i) at_.try_emplace(all[i].code, i);
  }

  void add(const pugi::xml_node& areas) {
    constexpr auto silent = intensity::five_lower_or_more_unknown;
    for (const auto& area : children(areas, "Area")) {
      auto code = text_of(child(area, "Code"));
      if (code.empty()) continue;
      auto [at, fresh] = at_.try_emplace(code, all_.size());
      if (fresh)
        all_.push_back({code, text_of(child(area, "Name")), silent});
      else
        all_[at->second].intensity = std::max(all_[at->second].intensity, silent);
    }
  }

private:
  std::vector<domain::coded_intensity>& all_;
  std::unordered_map<std::string, std::size_t> at_; // by code
};

// The headline repeats places of the body, each list with its table.
void read_headline(const pugi::xml_node& report, domain::telegram& to, findings& wrong) {
  silent_places municipalities(to.municipalities), regions(to.regions);
  for (const auto& information : children(find(report, "Head/Headline"), "Information")) {
    for (const auto& item : children(information, "Item")) {
      auto areas = child(item, "Areas");
      std::string_view table = areas.attribute("codeType").value();
      if (areas && !known_table(table))
        return wrong.add("Head/Headline/Information/Item/Areas", "unknown",
                         "the code table \"" + std::string(beginning(table, 60)) + "\" is not known here");
      if (intensity_from(text_of(find(item, "Kind/Name"))) != intensity::five_lower_or_more_unknown) continue;
      if (table == table::municipalities) municipalities.add(areas);
      if (table == table::regions) regions.add(areas);
    }
  }
}

void read_texts(const pugi::xml_node& body, domain::telegram& to) {
  auto keep = [&](std::string text) {
    if (!text.empty()) to.texts.push_back(std::move(text));
  };
  keep(text_of(child(body, "Text")));
  for (const auto& comment : child(body, "Comments").children()) keep(text_of(child(comment, "Text")));
  keep(text_of(find(body, "Comments/FreeFormComment")));
  to.outlook = outlook_from(text_of(find(body, "Comments/ForecastComment/Text")));
}

// What each type is there to say.
void refuse_gaps(const pugi::xml_node& body, const domain::telegram& read, findings& wrong) {
  if (!wrong.empty()) return;
  bool quake = read.kind == bulletin_kind::intensity || read.kind == bulletin_kind::hypocentre;
  if (quake && !child(body, "Earthquake"))
    wrong.missing("Body/Earthquake");
  else if (quake && !read.occurred_at)
    wrong.missing("Body/Earthquake/OriginTime");
  if (read.kind == bulletin_kind::intensity_flash && read.regions.empty())
    wrong.missing("Body/Intensity/Observation/Pref/Area");
  if (read.title == tsunami_warning_title && read.tsunami.empty())
    wrong.missing("Body/Tsunami/Forecast/Item");
}

void read_body(const pugi::xml_node& report, domain::telegram& to, findings& wrong) {
  auto body = child(report, "Body");
  read_texts(body, to);
  if (to.kind == bulletin_kind::other || to.action == bulletin_action::cancelled) return;
  read_earthquake(body, to, wrong);
  read_intensity(body, to, wrong);
  read_headline(report, to, wrong);
  read_tsunami(body, to, wrong);
  refuse_gaps(body, to, wrong);
}
} // namespace

result<domain::telegram> read_telegram(std::string_view file) {
  auto text = guard_xml(file);
  if (!text) return text.error();
  pugi::xml_document document;
  auto report = parse(*text, document);
  if (!report) return report.error();
  if (local_name(*report) != "Report" || namespace_of(*report) != report_namespace)
    return refuse(refusal_code::invalid,
                  "this is XML, but no report of the Japan Meteorological Agency: it begins with <" +
                      std::string(beginning(report->name(), 40)) + ">");
  domain::telegram read;
  findings wrong;
  read_control(*report, read, wrong);
  read.kind = kind_from(read.title);
  read_head(*report, read, wrong);
  if (read.kind == bulletin_kind::tsunami) read.hazard = hazard::tsunami;
  if (wrong.empty()) read_body(*report, read, wrong);
  if (!wrong.empty())
    return std::move(wrong).take("this telegram is not complete, or not of the form known here");
  return read;
}

} // namespace kotobashi::bulletins
