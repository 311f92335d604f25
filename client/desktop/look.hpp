#pragma once

class QApplication;

namespace kotobashi::desktop {

// Font and colours of the windows: one light palette on every borrowed laptop, at least 4.5 : 1 contrast.
void dress(QApplication& app);

} // namespace kotobashi::desktop
