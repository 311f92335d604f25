#include "client/link/status_board.hpp"

#include "client/link/session_keeper.hpp"

namespace kotobashi::link {

using boost::system::error_code;

bool status_board::become(link::reach to, instant at, error_code why) {
  if (now_.reach == to && now_.why == why) return false;
  if (now_.reach != to) now_.since = at;
  now_.reach = to;
  now_.why = why;
  return true;
}

bool status_board::answered(instant at) {
  if (stream_wanted_ && !now_.following && now_.reach == reach::away) return false;
  return become(reach::live, at);
}

bool status_board::unreachable(instant at, error_code why) {
  return become(reach::away, at, why);
}

bool status_board::stream_connecting(instant at) {
  stream_wanted_ = true;
  // A try after being away is told as away until it succeeds: a window must not flicker.
  if (now_.reach == reach::away || now_.reach == reach::live) return false;
  return become(reach::connecting, at);
}

bool status_board::stream_live(instant at) {
  stream_wanted_ = true;
  const bool changed = !now_.following;
  now_.following = true;
  return become(reach::live, at) || changed;
}

bool status_board::stream_broken(instant at, error_code why) {
  const bool changed = now_.following;
  now_.following = false;
  return become(reach::away, at, why) || changed;
}

bool status_board::stream_ended() {
  stream_wanted_ = false;
  const bool changed = now_.following;
  now_.following = false;
  return changed;
}

bool status_board::session(const session_keeper& keeper) {
  const auto before = now_;
  now_.session = keeper.is_open() ? session_state::signed_in : session_state::signed_out;
  now_.account = keeper.account();
  return !(before == now_);
}

} // namespace kotobashi::link
