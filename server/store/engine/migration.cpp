#include "server/store/engine/migration.hpp"

#include "server/store/engine/transaction.hpp"

#include <algorithm>
#include <set>

namespace kotobashi::store {

namespace {
// The pragma does nothing inside a transaction.
class without_foreign_keys {
public:
  explicit without_foreign_keys(connection& of) : of_(of) { of_.execute("PRAGMA foreign_keys = OFF"); }
  ~without_foreign_keys() { of_.execute("PRAGMA foreign_keys = ON"); }
  without_foreign_keys(const without_foreign_keys&) = delete;
  without_foreign_keys& operator=(const without_foreign_keys&) = delete;

private:
  connection& of_;
};

void check_foreign_keys(connection& of) {
  auto broken = of.query("SELECT \"table\", parent FROM pragma_foreign_key_check");
  if (broken.step())
    throw cannot_open("rows of " + broken.get<std::string>(0) + " would point to missing rows of " +
                      broken.get<std::string>(1));
}

void run_step(connection& of, const migration& step, instant now) {
  without_foreign_keys off(of);
  transaction all(of);
  of.execute(std::string(step.sql));
  of.run("INSERT INTO migration (name, at) VALUES ($name, $at)", "name", step.name, "at", now);
  check_foreign_keys(of);
  all.commit();
}

std::set<std::string, std::less<>> names_seen(connection& of) {
  of.execute("CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY, at BIGINT NOT NULL)");
  std::set<std::string, std::less<>> out;
  auto row = of.query("SELECT name FROM migration");
  while (row.step()) out.insert(row.get<std::string>(0));
  return out;
}
} // namespace

void migrate(connection& of, std::span<const migration> steps, instant now) {
  auto seen = names_seen(of);
  for (const auto& name : seen)
    if (std::ranges::find(steps, name, &migration::name) == steps.end())
      throw cannot_open("it was written by a newer version of kotobashi-server, which made the change \"" +
                        name + "\"; use that version");
  for (const migration& step : steps) {
    if (seen.contains(step.name)) continue;
    try {
      run_step(of, step, now);
    } catch (const std::exception& why) {
      throw cannot_open("the change \"" + std::string(step.name) + "\" failed: " + why.what());
    }
  }
}

} // namespace kotobashi::store
