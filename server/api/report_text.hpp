#pragma once

#include "server/api/services.hpp"
#include "server/model/overview.hpp"

#include <string>
#include <string_view>

namespace kotobashi::api {

// The closing report (閉所報告) as plain text for people, in Japanese or English; any other language reads
// English.
std::string report_text(const services& of, const closing_report& report, std::string_view language);

} // namespace kotobashi::api
