#include "ui/stations/icp/readinesscard.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/formkeys.h"
#include "ui/widgets/scroll.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace icp::ui {

ReadinessCard::ReadinessCard(QWidget* parent)
    : Card(tr("Ready to agree?"), parent), m_who(new QLineEdit), m_day(new QDateEdit) {
    auto* page = new QWidget;
    auto* rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, px(4), 0);
    rows->setSpacing(px(2));
    for (const Check check : checks) {
        Row& row = m_rows[std::size_t(check)];
        auto* title = new Text(checkTitle(check), int(Type::Table));
        title->setWeight(QFont::DemiBold);
        title->setWordWrap(true);
        row.state = new Badge(QString());
        row.words = new Text(QString(), int(Type::Note), Text::Ink::Second);
        row.words->setWordWrap(true);
        auto* head = new QHBoxLayout;
        head->addWidget(title, 1);
        head->addWidget(row.state, 0, Qt::AlignTop);
        if (check != checks.front()) rows->addSpacing(px(6));
        rows->addLayout(head);
        rows->addWidget(row.words);
        row.act = linkButton(QString());
        rows->addWidget(row.act, 0, Qt::AlignLeft);
    }
    m_form = buildForm();
    rows->addWidget(m_form);
    m_form->hide();
    rows->addStretch(1);
    body()->addWidget(scrolled(page));
    connect(m_rows[std::size_t(Check::Comfort)].act, &QPushButton::clicked, this, &ReadinessCard::voteAsked);
    connect(m_rows[std::size_t(Check::SameAgain)].act, &QPushButton::clicked, this,
            &ReadinessCard::sealAsked);
    connect(m_rows[std::size_t(Check::Tested)].act, &QPushButton::clicked, this, [this] { openForm(true); });
}

QWidget* ReadinessCard::buildForm() {
    auto* form = new QWidget;
    m_who->setPlaceholderText(tr("With whom"));
    m_who->setAccessibleName(tr("Tested with"));
    m_day->setCalendarPopup(true);
    m_day->setAccessibleName(tr("Day of the test"));
    for (QWidget* field : {static_cast<QWidget*>(m_who), static_cast<QWidget*>(m_day)})
        field->setProperty("small", true);
    auto* cancel = linkButton(tr("Cancel"));
    cancel->setToolTip(tr("Esc"));
    auto* done = secondaryButton(tr("Save"), QStringLiteral("check"));
    done->setProperty("small", true);
    done->setToolTip(tr("Enter"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(done);
    auto* layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(6));
    layout->addWidget(m_who);
    layout->addWidget(m_day);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, [this] { openForm(false); });
    connect(done, &QPushButton::clicked, this, &ReadinessCard::keep);
    takeFormKeys(
        form, [this] { keep(); }, [this] { openForm(false); });
    return form;
}

void ReadinessCard::show(const Icp& icp, const std::array<CheckResult, checks.size()>& results) {
    m_test = icp.tested;
    int met = 0;
    for (const CheckResult& result : results) {
        const Row& row = m_rows[std::size_t(result.check)];
        const bool isMet = result.state == CheckState::Met;
        const bool isUnmet = result.state == CheckState::Unmet;
        met += isMet ? 1 : 0;
        row.state->setTone(isMet ? Badge::Tone::Ok : isUnmet ? Badge::Tone::Warn : Badge::Tone::Grey);
        row.state->setText(isMet ? tr("Met") : isUnmet ? tr("Not met") : tr("Not known"));
        row.words->setText(result.text);
    }
    setNote(tr("%1 of %2").arg(met).arg(checks.size()));
    QPushButton* vote = m_rows[std::size_t(Check::Comfort)].act;
    vote->setText(icp.comfort.count() == 0 ? tr("Vote") : tr("Vote again"));
    vote->setVisible(results[std::size_t(Check::Comfort)].state != CheckState::Met);
    QPushButton* seal = m_rows[std::size_t(Check::SameAgain)].act;
    seal->setText(tr("Go to Segments"));
    seal->setVisible(results[std::size_t(Check::SameAgain)].sealed);
    QPushButton* note = m_rows[std::size_t(Check::Tested)].act;
    note->setText(m_test.who.isEmpty() ? tr("Note who and when") : tr("Change"));
    note->setVisible(m_form->isHidden());
}

void ReadinessCard::openForm(bool open) {
    m_form->setVisible(open);
    QPushButton* note = m_rows[std::size_t(Check::Tested)].act;
    note->setVisible(!open);
    if (!open) {
        note->setFocus();
        return;
    }
    m_who->setText(m_test.who);
    m_day->setDate(m_test.day.isValid() ? m_test.day : QDate::currentDate());
    m_who->setFocus();
}

void ReadinessCard::keep() {
    openForm(false);
    Q_EMIT tested(m_who->text().simplified(), m_day->date());
}

}  // namespace icp::ui
