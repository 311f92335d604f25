#pragma once

#include "client/link/beast_transport.hpp"
#include "client/link/connection.hpp"
#include "client/link/event_stream.hpp"
#include "client/link/lane.hpp"
#include "client/link/status_board.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <atomic>
#include <map>
#include <mutex>
#include <thread>

namespace kotobashi::link {

// A lane with what it needs.
struct equipped_lane {
  beast_transport over;
  std::unique_ptr<alarm> wake;
  lane run;
  equipped_lane(dialer dial, const settings& how, surroundings& around, session_keeper& session,
                lane_observer tell, boost::asio::any_io_executor on);
};

// What stands behind connection: the thread and everything that lives on it.
class connection::implementation {
public:
  implementation(connection& owner, settings how);
  ~implementation();

  // From any thread.
  void sign_in(kotobashi::sign_in with, sign_in_handler done);
  void resume(signed_in session);
  void sign_out();
  call_id send(call what, answer_handler done);
  bool cancel(call_id which);
  void follow(std::optional<std::string> cursor);
  std::vector<call_info> unfinished() const;
  status now() const;
  const address& server() const { return how_.server; }

private:
  template <class F>
  void on_thread(F f);
  void deliver(std::function<void()> f);
  std::unique_ptr<gate> make_gate();
  dialer make_dialer();
  lane_observer observe_lane();
  event_observer observe_events();
  void ask_trust(const pin& shown);
  lane& lane_for(const call& what);
  void queue(lane& into, pending one);
  void begin(signed_in session);
  void session_ended();
  void call_changed(const call_info& now);
  void show(bool changed);
  instant wall_clock() const;

  connection& owner_;
  settings how_;
  boost::asio::io_context io_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_;
  std::unique_ptr<surroundings> around_;
  session_keeper session_;
  std::unique_ptr<gate> gate_; // where the address is https
  status_board board_;
  std::atomic<call_id> last_id_{0};

  mutable std::mutex shared_; // guards these two
  std::map<call_id, call_info> calls_;
  status status_;

  equipped_lane changes_, reads_, signing_;
  std::unique_ptr<alarm> events_wake_;
  event_stream events_;
  std::shared_ptr<void> alive_ = std::make_shared<int>(0);
  std::thread thread_;
};

} // namespace kotobashi::link
