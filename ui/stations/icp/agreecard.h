#pragma once

#include "core/workshop/version.h"
#include "ui/widgets/card.h"

class QCheckBox;
class QDateEdit;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace icp::ui {

class Text;

/// Who agreed to the profile as it stands, and who did not.
class AgreeCard : public Card {
    Q_OBJECT
public:
    explicit AgreeCard(QWidget* parent = nullptr);

    /// `departments`: those of the workshop; none = the usual ones. `gap`: what is missing for an agreement
    /// that carries, in a sentence; empty: nothing.
    void open(const Icp& icp, const QStringList& departments, const QString& gap);
    void setGap(const QString& gap);

Q_SIGNALS:
    /// Note, departments and dissent of the version.
    void agreed(const icp::IcpVersion& words, const QDate& day);
    void closed();

private:
    void say();
    void agree();

    QLineEdit* m_note;
    QVBoxLayout* m_departments;
    std::vector<QCheckBox*> m_boxes;
    QLineEdit* m_dissent;
    QDateEdit* m_day;
    Text* m_gap;
    Text* m_who;
    QPushButton* m_agree;
};

}  // namespace icp::ui
