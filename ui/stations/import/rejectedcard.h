#pragma once

#include "core/table/dataset.h"
#include "ui/widgets/card.h"

#include <memory>

class QPushButton;
class QTableView;

namespace icp::ui {

class Badge;
class RejectedModel;
class Text;

/// The rows of one file that were set aside, each with its reason; the list can be saved, mended and read
/// again.
class RejectedCard : public Card {
    Q_OBJECT
public:
    explicit RejectedCard(QWidget* parent = nullptr);
    void setFile(std::shared_ptr<const Dataset> dataset, int file);

Q_SIGNALS:
    void saveWanted();
    void mendedWanted();             ///< a list that was saved and mended since
    void rowChosen(qint64 fileRow);  ///< to be shown among its neighbours

private:
    Badge* m_count;
    QPushButton* m_save;
    QPushButton* m_mended;
    Text* m_nothing;
    RejectedModel* m_model;
    QTableView* m_list;
};

}  // namespace icp::ui
