#pragma once

#include "client/link/status.hpp"

namespace kotobashi::link {

class session_keeper;

// Makes one status of what the lanes and the event stream tell. While events are followed, the stream alone
// says whether the server is there; without, any answer does. Each member says whether the status has
// changed.
class status_board {
public:
  const status& now() const { return now_; }

  bool answered(instant at);
  bool unreachable(instant at, boost::system::error_code why);
  bool stream_connecting(instant at);
  bool stream_live(instant at);
  bool stream_broken(instant at, boost::system::error_code why);
  bool stream_ended(); // nobody follows any more, or nobody is signed in
  bool session(const session_keeper& keeper);

private:
  bool become(link::reach to, instant at, boost::system::error_code why = {});

  status now_;
  bool stream_wanted_ = false;
};

} // namespace kotobashi::link
