#pragma once

#include "server/model/instant.hpp"
#include "server/model/result.hpp"
#include "server/model/volunteer.hpp"

#include <optional>
#include <string>

// Between the record of a volunteer and what people may fill in.
namespace kotobashi::api {

// What a roster file is refused for is refused here too, so that an export can be read again. What has not
// changed since `before` may stay as it is. `now`: nobody is born after it.
std::optional<refusal> wrong_in(const volunteer_fields& given, const volunteer_fields& before, instant now);
volunteer from_fields(const volunteer_fields& given);
volunteer_fields fields_of(const volunteer& one);

// Orders the roster: by the kana, where there are any, else by the name.
std::string sort_key(const volunteer& one);
std::string sort_version();

} // namespace kotobashi::api
