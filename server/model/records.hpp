#pragma once

// Everything a center knows.
#include "server/model/account.hpp"
#include "server/model/activation.hpp"
#include "server/model/bulletin.hpp"
#include "server/model/inquiry.hpp"
#include "server/model/log.hpp"
#include "server/model/notice.hpp"
#include "server/model/overview.hpp"
#include "server/model/request.hpp"
#include "server/model/volunteer.hpp"
