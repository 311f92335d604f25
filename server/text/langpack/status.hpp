#pragma once

#include "server/text/library.hpp"
#include "server/text/render.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace kotobashi::langpack {

// How far a language is: how many of the source's texts are in which state.
struct tally {
  std::int64_t all = 0, missing = 0, outdated = 0, drafted = 0, checked = 0;
};
BOOST_DESCRIBE_STRUCT(tally, (), (all, missing, outdated, drafted, checked))

struct language_status {
  std::string language, name_en, version;
  tally phrases, terms, pages;
  std::int64_t topics_ready = 0; // all phrases and terms of their examples are there, outdated or not
  std::int64_t topics = 0;
};
BOOST_DESCRIBE_STRUCT(language_status, (),
                      (language, name_en, version, phrases, terms, pages, topics_ready, topics))

std::vector<language_status> status(const words::library& all);

// A topic's examples as parameters, and what else is needed to render them.
boost::json::object example_of(const words::topic& topic);
words::render_context sample_context();

} // namespace kotobashi::langpack
