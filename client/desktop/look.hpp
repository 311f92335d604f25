#pragma once

class QApplication;

namespace kotobashi::desktop {

// Font and colours of the windows: the system's own palette with few accents, at least 4.5 : 1 contrast.
void dress(QApplication& app);

} // namespace kotobashi::desktop
