#pragma once

#include "server/bulletin/element.hpp"
#include "server/domain/telegram.hpp"

#include <string_view>

// The parts of a telegram's Body. Each fills what it finds and reports what is wrong.
namespace kotobashi::bulletins {

// Body/Earthquake: origin time, hypocentre, magnitude.
void read_earthquake(const pugi::xml_node& body, domain::telegram& to, findings& wrong);
// Body/Intensity: by region, and by municipality where the telegram has that.
void read_intensity(const pugi::xml_node& body, domain::telegram& to, findings& wrong);
// Body/Tsunami/Forecast: by coast.
void read_tsunami(const pugi::xml_node& body, domain::telegram& to, findings& wrong);

// Does the CodeDefine of `of` say that codes at `xpath` are of `table`? Otherwise it is reported, and the
// codes must not be read.
bool codes_are_of(const pugi::xml_node& of, std::string_view xpath, std::string_view table,
                  std::string_view field, findings& wrong);

} // namespace kotobashi::bulletins
