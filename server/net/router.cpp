#include "server/net/router.hpp"

#include "server/net/target.hpp"

#include <algorithm>
#include <stdexcept>

namespace kotobashi::net {

namespace {
using view = std::string_view;

std::size_t index_of(verb asked) {
  switch (asked) {
  case verb::get:
  case verb::head: return static_cast<std::size_t>(api::method::get);
  case verb::post: return static_cast<std::size_t>(api::method::post);
  case verb::patch: return static_cast<std::size_t>(api::method::patch);
  case verb::put: return static_cast<std::size_t>(api::method::put);
  case verb::del: return static_cast<std::size_t>(api::method::del);
  case verb::other: break;
  }
  return 5;
}

constexpr view names_of_methods[] = {"GET, HEAD", "POST", "PATCH", "PUT", "DELETE"};
} // namespace

router::router(std::span<const api::endpoint> table, api::listener on) {
  for (const api::endpoint& each : table)
    if (each.on == on) add(each);
}

void router::add(const api::endpoint& one) {
  view rest = one.pattern.substr(1);
  std::size_t at = 0;
  for (bool more = true; more;) {
    const std::size_t slash = rest.find('/');
    at = child(at, rest.substr(0, slash));
    more = slash != view::npos;
    if (more) rest.remove_prefix(slash + 1);
  }
  const api::endpoint*& place = nodes_[at].by_method[static_cast<std::size_t>(one.verb)];
  if (place) throw std::logic_error("two endpoints are at " + std::string(one.pattern));
  place = &one;
}

std::size_t router::child(std::size_t of, view segment) {
  const std::size_t next = nodes_.size();
  const std::size_t open = segment.find('{'), close = segment.find('}');
  if (open == view::npos || close == view::npos) {
    for (const fixed_segment& each : nodes_[of].fixed)
      if (each.text == segment) return each.next;
    nodes_[of].fixed.push_back({segment, next});
  } else {
    const view before = segment.substr(0, open), after = segment.substr(close + 1);
    auto& parts = nodes_[of].parts;
    for (const part_segment& each : parts)
      if (each.before == before && each.after == after) return each.next;
    parts.push_back({before, after, next});
    std::stable_sort(parts.begin(), parts.end(), [](const part_segment& a, const part_segment& b) {
      return a.before.size() + a.after.size() > b.before.size() + b.after.size();
    });
  }
  nodes_.emplace_back();
  return next;
}

router::found router::find(verb asked, view path, std::vector<std::string>& parts) const {
  parts.clear();
  search in{index_of(asked), parts};
  if (const api::endpoint* one = walk(nodes_[0], path.substr(1), in)) return {one, {}, false};
  found nothing{nullptr, {}, in.malformed};
  if (!in.other_method) return nothing;
  for (std::size_t i = 0; i < methods; ++i)
    if (in.other_method->by_method[i])
      nothing.allow.append(nothing.allow.empty() ? "" : ", ").append(names_of_methods[i]);
  return nothing;
}

const api::endpoint* router::walk(const node& at, view path, search& in) const {
  const std::size_t slash = path.find('/');
  const bool last = slash == view::npos;
  const view rest = last ? view() : path.substr(slash + 1);
  view segment = path.substr(0, slash);
  std::string decoded;
  if (segment.find('%') != view::npos) {
    if (!percent_decode(segment, decoded)) {
      in.malformed = true;
      return nullptr;
    }
    segment = decoded;
  }
  for (const fixed_segment& each : at.fixed)
    if (each.text == segment)
      if (const api::endpoint* one = descend(each.next, rest, last, in)) return one;
  for (const part_segment& each : at.parts) {
    if (segment.size() <= each.before.size() + each.after.size() || !segment.starts_with(each.before) ||
        !segment.ends_with(each.after))
      continue;
    in.parts.emplace_back(
        segment.substr(each.before.size(), segment.size() - each.before.size() - each.after.size()));
    if (const api::endpoint* one = descend(each.next, rest, last, in)) return one;
    in.parts.pop_back();
  }
  return nullptr;
}

const api::endpoint* router::descend(std::size_t next, view rest, bool last, search& in) const {
  const node& there = nodes_[next];
  if (!last) return walk(there, rest, in);
  const api::endpoint* one = in.method < methods ? there.by_method[in.method] : nullptr;
  const bool has_some =
      std::any_of(there.by_method.begin(), there.by_method.end(), [](auto each) { return each; });
  if (!one && has_some && !in.other_method) in.other_method = &there;
  return one;
}

} // namespace kotobashi::net
