#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"
#include "server/api/languages.hpp"

namespace kotobashi::api {

namespace {
// What is chosen from, in the staff's languages: the key and what people read.
js::object choices_of(const words::library& texts, const words::parameter& one) {
  js::object out;
  for (const auto& key : one.keys) {
    js::object names;
    for (std::string_view language : {"ja", "en"}) {
      if (auto term = texts.term(language, one.terms + '.' + key)) names[language] = *term;
    }
    out[key] = std::move(names);
  }
  return out;
}

js::value topic_value(const services& of, const words::topic& one) {
  js::value out = json::write(one);
  js::object& object = out.get_object();
  js::object choices;
  for (const auto& each : one.parameters)
    if (each.type == words::parameter_type::choice) choices[each.name] = choices_of(of.texts, each);
  object["choices"] = std::move(choices);
  return out;
}
} // namespace

reply list_languages(services& of, const call&) {
  return list_reply(of.texts.languages());
}

reply list_topics(services& of, const call&) {
  js::array items;
  for (const auto& each : of.texts.topics()) items.push_back(topic_value(of, each));
  return json_reply(200, js::object{{"items", std::move(items)}});
}

reply get_topic(services& of, const call& from) {
  const auto* found = of.texts.find_topic(from.path.empty() ? "" : from.path[0]);
  if (!found) return problem(refuse(refusal_code::not_found, "there is no such topic"));
  return json_reply(200, topic_value(of, *found));
}

} // namespace kotobashi::api
