#pragma once

#include "core/workshop/icp.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace icp::ui {

/// The mark between two criteria where a dragged one would land.
class DropPlace : public QWidget {
    Q_OBJECT
public:
    /// A place of a section, and where on the parent it is seen.
    struct Gap {
        Section section;
        int place;
        int left;
        int width;
        int y;
    };
    explicit DropPlace(QWidget* parent);

    void showNearest(const std::vector<Gap>& gaps, QPoint at);
    /// Where it was shown, once; hides it.
    std::optional<std::pair<Section, int>> take();

private:
    std::optional<std::pair<Section, int>> m_place;
};

}  // namespace icp::ui
