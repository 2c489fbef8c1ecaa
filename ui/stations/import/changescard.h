#pragma once

#include "core/proposals/compare.h"
#include "ui/widgets/card.h"

#include <memory>

class QDialog;
class QVBoxLayout;

namespace icp::ui {

/// What is new, gone and different from the data in use to those just read.
class ChangesCard : public Card {
    Q_OBJECT
public:
    explicit ChangesCard(QWidget* parent = nullptr);
    /// Both datasets must be those that were compared; nullptr hides the card.
    void setChange(std::shared_ptr<const Dataset> before, std::shared_ptr<const Dataset> after,
                   std::shared_ptr<const DatasetChange> change);

private:
    QVBoxLayout* m_lines;
    std::shared_ptr<const Dataset> m_before;
    std::shared_ptr<const Dataset> m_after;
    std::shared_ptr<const DatasetChange> m_change;
};

/// A window with every row and attribute that changed; it is deleted when it is closed.
QDialog* showChanges(const Dataset& before, const Dataset& after, const DatasetChange& change,
                     QWidget* parent);

}  // namespace icp::ui
