#include "ui/stations/icp/agreecard.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/formkeys.h"
#include "ui/widgets/scroll.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>
#include <QSpinBox>

#include <algorithm>

namespace icp::ui {

namespace {
constexpr int mostVotes = 999;
constexpr int abreast = 2;  // departments
}  // namespace

AgreeCard::AgreeCard(QWidget* parent)
    : Card(tr("Agree"), parent),
      m_note(new QLineEdit),
      m_departments(new QGridLayout),
      m_people(new QLineEdit),
      m_dissent(new QLineEdit),
      m_day(new QDateEdit),
      m_review(new Text(QString(), int(Type::Note), Text::Ink::Second)),
      m_gap(new Text(QString(), int(Type::Note), Text::Ink::Warn)),
      m_who(new Text(QString(), int(Type::Note), Text::Ink::Warn)),
      m_agree(primaryButton(tr("Agree"), QStringLiteral("check"))) {
    m_note->setPlaceholderText(tr("What changed, and why"));
    m_people->setPlaceholderText(tr("Names, with commas between"));
    m_dissent->setPlaceholderText(tr("Who does not agree, and why"));
    m_day->setCalendarPopup(true);
    m_review->setWordWrap(true);
    m_gap->setWordWrap(true);
    m_who->setWordWrap(true);
    m_departments->setSpacing(px(2));
    auto* cancel = linkButton(tr("Cancel"));
    cancel->setToolTip(tr("Esc"));
    auto* form = new QFormLayout;
    form->setSpacing(px(8));
    form->setLabelAlignment(Qt::AlignLeft);
    const std::pair<QString, QWidget*> rows[] = {{tr("Note"), m_note}, {tr("People"), m_people}};
    const std::array counts{tr("For"), tr("Against"), tr("Abstained")};
    const std::pair<QString, QWidget*> rest[] = {{tr("Dissent"), m_dissent}, {tr("Day"), m_day}};
    const auto addRows = [&](const auto& fields) {
        for (const auto& [label, field] : fields) {
            field->setAccessibleName(label);
            form->addRow(label, field);
        }
    };
    addRows(rows);
    auto* votes = new QGridLayout;
    votes->setSpacing(px(4));
    for (std::size_t i = 0; i < counts.size(); ++i) {
        m_votes[i] = new QSpinBox;
        m_votes[i]->setRange(0, mostVotes);
        m_votes[i]->setAccessibleName(counts[i]);
        m_votes[i]->setToolTip(tr("How many; leave all three at 0 when nobody voted"));
        votes->addWidget(new Text(counts[i], int(Type::Note), Text::Ink::Second), 0, int(i));
        votes->addWidget(m_votes[i], 1, int(i));
    }
    form->addRow(votes);
    addRows(rest);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_agree);
    auto* page = new QWidget;
    auto* fields = new QVBoxLayout(page);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(px(8));
    auto* kept =
        new Text(tr("It is kept as it stands and never changed. Every edit after begins a new draft."),
                 int(Type::Note), Text::Ink::Second);
    kept->setWordWrap(true);
    fields->addWidget(kept);
    fields->addWidget(m_gap);
    fields->addWidget(new Text(tr("Who takes part"), int(Type::Table), Text::Ink::Second));
    fields->addLayout(m_departments);
    fields->addWidget(m_who);
    fields->addLayout(form);
    fields->addWidget(m_review);
    fields->addStretch(1);
    body()->addWidget(scrolled(page), 1);
    body()->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &AgreeCard::closed);
    connect(m_agree, &QPushButton::clicked, this, &AgreeCard::agree);
    connect(m_day, &QDateEdit::dateChanged, this, &AgreeCard::say);
    takeFormKeys(
        this, [this] { agree(); }, [this] { Q_EMIT closed(); });
}

void AgreeCard::open(const Icp& icp, const QStringList& departments, const QStringList& taking,
                     int reviewDays, const QString& gap) {
    m_reviewDays = reviewDays;
    setTitle(tr("Agree version %1").arg(icp.version));
    setGap(gap);
    for (QCheckBox* box : m_boxes) delete box;
    m_boxes.clear();
    for (const QString& department : departments) {
        auto* box = new QCheckBox(department);
        box->setChecked(taking.contains(department));
        connect(box, &QCheckBox::toggled, this, &AgreeCard::say);
        const int place = int(m_boxes.size());
        m_departments->addWidget(box, place / abreast, place % abreast);
        m_boxes.push_back(box);
    }
    m_note->clear();
    m_people->clear();
    m_dissent->clear();
    for (QSpinBox* count : m_votes) count->setValue(0);
    m_day->setDate(QDate::currentDate());
    say();
    show();
    takeFocus();
}

void AgreeCard::takeFocus() { m_note->setFocus(); }

void AgreeCard::setGap(const QString& gap) {
    m_gap->setText(gap);
    m_gap->setVisible(!gap.isEmpty());
}

void AgreeCard::say() {
    QStringList taking;
    for (const QCheckBox* box : m_boxes)
        if (box->isChecked()) taking << box->text();
    const QString missing = missingText(taking);
    m_who->setText(
        tr("Without %1. Who did not decide it will hardly use it; the version will say so.").arg(missing));
    m_who->setVisible(!missing.isEmpty());
    m_review->setText(tr("Next review: %1.")
                          .arg(QLocale().toString(m_day->date().addDays(m_reviewDays), QLocale::LongFormat)));
}

void AgreeCard::agree() {
    IcpVersion words;
    words.note = m_note->text().simplified();
    words.dissent = m_dissent->text().simplified();
    for (const QCheckBox* box : m_boxes)
        if (box->isChecked()) words.departments << box->text();
    for (const QString& name : m_people->text().split(u',', Qt::SkipEmptyParts))
        if (!name.simplified().isEmpty()) words.people << name.simplified();
    if (std::any_of(m_votes.begin(), m_votes.end(), [](const QSpinBox* count) { return count->value() > 0; }))
        words.vote = {m_votes[0]->value(), m_votes[1]->value(), m_votes[2]->value()};
    Q_EMIT agreed(words, m_day->date());
}

}  // namespace icp::ui
