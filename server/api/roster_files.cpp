#include "server/api/handlers.hpp"
