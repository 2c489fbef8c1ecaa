#pragma once

#include <QListView>

namespace icp::ui {

class SlideList;

/// The slides as thumbnails with their marks.
class SlideStrip : public QListView {
    Q_OBJECT
public:
    explicit SlideStrip(SlideList* slides, QWidget* parent = nullptr);

Q_SIGNALS:
    void slideChosen(int row);
};

}  // namespace icp::ui
