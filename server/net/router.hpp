#pragma once

#include "server/api/endpoint.hpp"
#include "server/net/head.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kotobashi::net {

// Finds the endpoint of a request: a tree with a level per segment of the path. Where a fixed segment and a
// {part} both fit, the fixed one goes first. A {part} is never empty and may have text around it
// ("{id}.xml").
class router {
public:
  // Takes the endpoints of one listener. Throws std::logic_error where two have the same method and path.
  router(std::span<const api::endpoint> table, api::listener on);

  struct found {
    const api::endpoint* endpoint = nullptr;
    std::string allow;      // where the path exists, but not with this method: the value of Allow. Else empty
    bool malformed = false; // a broken escape
  };

  // `path` is without the query. Replaces `parts` by the values of {parts}, decoded. HEAD finds GET's
  // endpoint.
  found find(verb asked, std::string_view path, std::vector<std::string>& parts) const;

private:
  static constexpr std::size_t methods = 5;
  struct fixed_segment {
    std::string_view text;
    std::size_t next;
  };
  struct part_segment {
    std::string_view before, after;
    std::size_t next;
  };
  struct node {
    std::vector<fixed_segment> fixed;
    std::vector<part_segment> parts; // the longest text around a part first
    std::array<const api::endpoint*, methods> by_method{};
  };
  struct search {
    std::size_t method; // `methods` for one that nothing has
    std::vector<std::string>& parts;
    const node* other_method = nullptr;
    bool malformed = false;
  };

  void add(const api::endpoint& one);
  std::size_t child(std::size_t of, std::string_view segment);
  const api::endpoint* walk(const node& at, std::string_view path, search& in) const;
  const api::endpoint* descend(std::size_t next, std::string_view rest, bool last, search& in) const;

  std::vector<node> nodes_{1};
};

} // namespace kotobashi::net
