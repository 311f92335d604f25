#include "client/link/verdict.hpp"

#include "client/link/reading.hpp"

#include <boost/describe/enumerators.hpp>

namespace kotobashi::link {

namespace {
struct problem {
  std::optional<std::string> type;
  std::optional<std::string> title;
  std::optional<std::string> detail;
  boost::json::value errors;
};
BOOST_DESCRIBE_STRUCT(problem, (), (type, title, detail, errors))

struct wrong_field {
  std::optional<std::string> field, code, detail;
};
BOOST_DESCRIBE_STRUCT(wrong_field, (), (field, code, detail))

std::optional<refusal_code> code_for(unsigned status) {
  std::optional<refusal_code> found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<refusal_code>>([&](auto each) {
    if (!found && http_status(each.value) == status) found = each.value;
  });
  return found;
}

bool is_refusal(unsigned status) {
  return status >= 400 && status < 600;
}
} // namespace

refusal read_problem(unsigned status, std::string_view body) {
  refusal out{code_for(status).value_or(refusal_code::conflict), "status " + std::to_string(status), {}};
  auto parsed = json::parse(body);
  if (!parsed) return out;
  auto read = read_record<problem>(std::move(*parsed));
  if (!read) return out;
  if (read->type) {
    auto name = std::string_view(*read->type).substr(read->type->find_last_of("/:#") + 1);
    out.code = json::from_name<refusal_code>(name).value_or(out.code);
  }
  out.detail = read->detail ? *read->detail : read->title.value_or(out.detail);
  if (auto* errors = read->errors.if_array())
    for (auto& each : *errors)
      if (auto one = read_record<wrong_field>(std::move(each)))
        out.errors.push_back({one->field.value_or(""), one->code.value_or(""), one->detail.value_or("")});
  return out;
}

std::variant<outcome<answer>, try_again, session_over> judge(http_reply reply) {
  switch (reply.status) {
  case 401: return session_over{read_problem(401, reply.content.body)};
  case 429:
  case 502:
  case 503:
  case 504: return try_again{reply.retry_after, read_problem(reply.status, reply.content.body)};
  case 500: return outcome<answer>(failure(link_error::server_failed));
  default: break;
  }
  if (reply.status >= 200 && reply.status < 300) {
    reply.content.status = reply.status;
    return outcome<answer>(std::move(reply.content));
  }
  if (is_refusal(reply.status))
    return outcome<answer>(failure(read_problem(reply.status, reply.content.body)));
  return outcome<answer>(failure(link_error::bad_reply));
}

} // namespace kotobashi::link
