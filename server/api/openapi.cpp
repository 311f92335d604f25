#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"

namespace kotobashi::api {

namespace {
std::string_view verb_name(method verb) {
  switch (verb) {
  case method::get: return "get";
  case method::post: return "post";
  case method::patch: return "patch";
  case method::put: return "put";
  case method::del: return "delete";
  }
  return "";
}

js::object content(std::string_view type, js::value schema) {
  return {{"content", js::object{{type, js::object{{"schema", std::move(schema)}}}}}};
}

js::array parameters_of(const endpoint& one) {
  js::array out;
  for (std::size_t open = one.pattern.find('{'); open != std::string_view::npos;
       open = one.pattern.find('{', open + 1)) {
    auto name = one.pattern.substr(open + 1, one.pattern.find('}', open) - open - 1);
    out.push_back(js::object{
        {"name", name}, {"in", "path"}, {"required", true}, {"schema", js::object{{"type", "string"}}}});
  }
  if (one.keyed)
    out.push_back(js::object{{"name", "Idempotency-Key"},
                             {"in", "header"},
                             {"required", true},
                             {"schema", js::object{{"type", "string"}, {"maxLength", 200}}}});
  return out;
}

js::array roles_of(const endpoint& one) {
  js::array out;
  for (role each : {role::lead, role::coordinator, role::editor, role::desk, role::volunteer, role::observer})
    if (one.may.has(each)) out.emplace_back(js::string_view(json::name_of(each)));
  return out;
}

js::object operation(const endpoint& one) {
  js::object out{{"summary", one.summary}};
  if (auto parameters = parameters_of(one); !parameters.empty()) out["parameters"] = std::move(parameters);
  if (one.takes_schema) out["requestBody"] = content("application/json", one.takes_schema());
  js::object good{{"description", "done"}};
  if (one.gives_schema) good["content"] = content("application/json", one.gives_schema())["content"];
  js::object bad = content("application/problem+json", js::object{{"$ref", "#/components/schemas/problem"}});
  bad["description"] = "refused";
  out["responses"] = js::object{{"2XX", std::move(good)}, {"4XX", std::move(bad)}};
  if (one.may.empty()) {
    out["security"] = js::array{};
  } else {
    out["x-roles"] = roles_of(one);
  }
  return out;
}

js::object problem_schema() {
  js::object text{{"type", "string"}};
  js::object error{{"type", "object"},
                   {"properties", js::object{{"field", text}, {"code", text}, {"detail", text}}}};
  return {{"type", "object"},
          {"properties", js::object{{"type", text},
                                    {"title", text},
                                    {"status", js::object{{"type", "integer"}}},
                                    {"detail", text},
                                    {"errors", js::object{{"type", "array"}, {"items", error}}}}}};
}

js::object document() {
  js::object paths;
  for (const auto& each : endpoints()) {
    if (each.on != listener::staff) continue;
    js::value& path = paths[each.pattern];
    if (!path.is_object()) path = js::object();
    path.get_object()[verb_name(each.verb)] = operation(each);
  }
  js::object bearer{{"type", "http"}, {"scheme", "bearer"}};
  return {{"openapi", "3.1.0"},
          {"info", js::object{{"title", "Kotobashi"}, {"version", "1"}}},
          {"paths", std::move(paths)},
          {"security", js::array{js::object{{"session", js::array{}}}}},
          {"components", js::object{{"schemas", js::object{{"problem", problem_schema()}}},
                                    {"securitySchemes", js::object{{"session", std::move(bearer)}}}}}};
}
} // namespace

reply openapi_document(services&, const call&) {
  static const std::string made = json::to_string(document());
  reply out;
  out.body = made;
  return out;
}

} // namespace kotobashi::api
