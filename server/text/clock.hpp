#pragma once

#include "server/text/formatters.hpp"
#include "server/text/pack.hpp"
#include "server/text/run_builder.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

// Dates, times and periods by the conventions of pack.toml.
namespace kotobashi::words {

// The pattern with each {name} replaced.
std::string fill(std::string_view pattern,
                 std::initializer_list<std::pair<std::string_view, std::string_view>> values);

std::string date_time_text(const language& in, formatters& with, instant at);
// Within one day the date stands once: "10:00 – 12:00, 11 March".
std::string period_text(const language& in, formatters& with, std::optional<instant> from,
                        std::optional<instant> to);

// Adds what the functions above gave; plain Japanese gets its readings.
void write_clock(std::string_view text, const pack& in, std::string_view parameter, run_builder& to);

} // namespace kotobashi::words
