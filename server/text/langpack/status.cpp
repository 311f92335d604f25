#include "server/text/langpack/status.hpp"

#include "server/text/wording.hpp"

namespace kotobashi::langpack {

using words::section;

namespace {
tally count(const words::library& all, const words::pack& in, section where) {
  tally out;
  auto originals = all.source().all(where);
  out.all = static_cast<std::int64_t>(originals.size());
  for (std::size_t i = 0; i < originals.size(); ++i) {
    const words::entry* text = in.translation(where, i);
    if (!text || text->is_broken()) {
      ++out.missing;
      continue;
    }
    switch (text->status) {
    case text_status::missing: ++out.missing; break;
    case text_status::outdated: ++out.outdated; break;
    case text_status::drafted: ++out.drafted; break;
    case text_status::checked: ++out.checked; break;
    }
  }
  return out;
}
} // namespace

words::render_context sample_context() {
  words::render_context out;
  out.contact = domain::center_contact{{{"ja", "センター"}, {"en", "Center"}}, "000-0000-0000", {}, {}, {}};
  return out;
}

boost::json::object example_of(const words::topic& topic) {
  boost::json::object out;
  for (const auto& each : topic.parameters)
    if (!each.example.is_null()) out.emplace(each.name, each.example);
  return out;
}

std::vector<language_status> status(const words::library& all) {
  std::vector<language_status> out;
  const auto context = sample_context();
  for (const auto& about : all.languages()) {
    const words::pack& in = *all.find_pack(about.tag);
    language_status one{about.tag,
                        about.name_en,
                        about.version,
                        count(all, in, section::phrases),
                        count(all, in, section::terms),
                        count(all, in, section::pages),
                        0,
                        0};
    for (const auto& topic : all.topics()) {
      ++one.topics;
      auto given = words::check_parameters(all, topic, example_of(topic));
      if (!given) continue;
      auto text = words::render(all, topic, *given, about.tag, context);
      if (text && text->status != text_status::missing) ++one.topics_ready;
    }
    out.push_back(std::move(one));
  }
  return out;
}

} // namespace kotobashi::langpack
