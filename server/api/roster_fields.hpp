#pragma once

#include "server/model/result.hpp"
#include "server/model/volunteer.hpp"

#include <optional>
#include <string>

// Between the record of a volunteer and what people may fill in.
namespace kotobashi::api {

std::optional<refusal> wrong_in(const volunteer_fields& given);
volunteer from_fields(const volunteer_fields& given);
volunteer_fields fields_of(const volunteer& one);

// Orders the roster: by the kana, where there are any, else by the name.
std::string sort_key(const volunteer& one);
std::string sort_version();

} // namespace kotobashi::api
