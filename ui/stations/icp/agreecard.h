#pragma once

#include "core/workshop/version.h"
#include "ui/widgets/card.h"

#include <array>

class QCheckBox;
class QDateEdit;
class QGridLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace icp::ui {

class Text;

/// Who took part in agreeing the profile as it stands, how they voted, and who did not agree.
class AgreeCard : public Card {
    Q_OBJECT
public:
    explicit AgreeCard(QWidget* parent = nullptr);

    /// `departments`: those to choose from; `taking`: of them, those that were said to take part. `gap`: what
    /// is missing for an agreement that carries, in a sentence; empty: nothing. `reviewDays`: from the day of
    /// agreement to the next review.
    void open(const Icp& icp, const QStringList& departments, const QStringList& taking, int reviewDays,
              const QString& gap);
    void setGap(const QString& gap);
    void takeFocus();  ///< into the first field

Q_SIGNALS:
    /// All of the version that people say.
    void agreed(const icp::IcpVersion& words, const QDate& day);
    void closed();

private:
    void say();
    void agree();

    QLineEdit* m_note;
    QGridLayout* m_departments;
    std::vector<QCheckBox*> m_boxes;
    QLineEdit* m_people;
    std::array<QSpinBox*, 3> m_votes{};  ///< for, against, abstained
    QLineEdit* m_dissent;
    QDateEdit* m_day;
    Text* m_review;
    int m_reviewDays = usualReviewDays;
    Text* m_gap;
    Text* m_who;
    QPushButton* m_agree;
};

}  // namespace icp::ui
