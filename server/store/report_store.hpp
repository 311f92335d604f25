#pragma once

#include "server/domain/principal.hpp"
#include "server/store/tables.hpp"

// Figures for the overview and the closing report.
namespace kotobashi::store {

overview overview_of(connection& db, const activation& of, const domain::principal& who, instant now);
closing_report report_of(connection& db, const activation& of, instant now);

} // namespace kotobashi::store
