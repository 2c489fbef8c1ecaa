#include "ui/stations/icp/ballotcard.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/formkeys.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/wraptext.h"

#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>

#include <algorithm>

namespace icp::ui {

BallotCard::BallotCard(QWidget* parent)
    : Card(tr("Put dots down"), parent),
      m_department(new QComboBox),
      m_person(new QLineEdit),
      m_each(new QSpinBox),
      m_criteria(new QWidget),
      m_grid(new QGridLayout(m_criteria)),
      m_left(new Text(QString(), int(Type::Table), Text::Ink::Purple)),
      m_again(new Text(QString(), int(Type::Note), Text::Ink::Warn)),
      m_enter(secondaryButton(tr("Put down"), QStringLiteral("check"))) {
    m_department->setEditable(true);
    m_person->setPlaceholderText(tr("When people vote one by one"));
    m_each->setRange(1, DotVote::mostDots);
    m_each->setValue(DotVote::usualDots);
    m_left->setWeight(QFont::DemiBold);
    m_again->setWordWrap(true);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(px(6));
    m_grid->setColumnStretch(0, 1);
    auto* form = new QFormLayout;
    form->setSpacing(px(6));
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const std::pair<QString, QWidget*> rows[] = {
        {tr("Department"), m_department}, {tr("Name"), m_person}, {tr("Dots each"), m_each}};
    for (const auto& [label, field] : rows) {
        field->setAccessibleName(label);
        form->addRow(label, field);
    }
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_left, 1);
    foot->addWidget(m_enter);
    body()->setSpacing(px(8));
    body()->addLayout(form);
    body()->addWidget(scrolled(m_criteria), 1);
    body()->addWidget(m_again);
    body()->addLayout(foot);
    connect(m_department, &QComboBox::editTextChanged, this, &BallotCard::say);
    connect(m_person, &QLineEdit::textChanged, this, &BallotCard::say);
    connect(m_each, &QSpinBox::valueChanged, this, [this] { clear(); });
    connect(m_enter, &QPushButton::clicked, this, &BallotCard::enter);
    takeFormKeys(
        this, [this] { enter(); }, [this] { clear(); });
}

int BallotCard::dotsEach() const { return m_each->value(); }

void BallotCard::show(const DotVote& vote, std::vector<Subject> subjects, const QStringList& departments) {
    const bool another = vote.id != m_vote.id;
    m_vote = vote;
    if (departments != m_departments) {
        const QString typed = m_department->currentText();
        m_departments = departments;
        m_department->clear();
        m_department->addItems(departments);
        m_department->setEditText(typed.isEmpty() ? departments.value(0) : typed);
    }
    if (!vote.ballots.empty()) m_each->setValue(vote.dots);
    m_each->setEnabled(vote.ballots.empty());
    m_each->setToolTip(vote.ballots.empty() ? QString() : tr("Everybody has as many as the first had"));
    if (another || subjects != m_subjects) {
        m_subjects = std::move(subjects);
        rebuild();
    }
    setEnabled(!vote.revealed && !m_subjects.empty());
    say();
}

void BallotCard::rebuild() {
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_dots.clear();
    for (const Subject& subject : m_subjects) {
        auto* text = new WrapText(Type::Table);
        text->setText(subject.text);
        auto* dots = new QSpinBox;
        dots->setAccessibleName(tr("Dots for %1").arg(subject.text));
        const int row = int(m_dots.size());
        m_grid->addWidget(text, row, 0, Qt::AlignVCenter);
        m_grid->addWidget(dots, row, 1);
        connect(dots, &QSpinBox::valueChanged, this, &BallotCard::say);
        m_dots.push_back(dots);
    }
    m_grid->setRowStretch(int(m_dots.size()), 1);
    say();
}

void BallotCard::clear() {
    for (QSpinBox* dots : m_dots) dots->setValue(0);
    say();
}

int BallotCard::placed() const {
    int sum = 0;
    for (const QSpinBox* dots : m_dots) sum += dots->value();
    return sum;
}

Ballot BallotCard::ballot() const {
    Ballot ballot{m_department->currentText().simplified(), m_person->text().simplified(), {}};
    for (std::size_t i = 0; i < m_dots.size(); ++i) ballot.dots[m_subjects[i].criterion] = m_dots[i]->value();
    return ballot;
}

void BallotCard::say() {
    const int left = std::max(0, m_each->value() - placed());
    for (QSpinBox* dots : m_dots) dots->setMaximum(dots->value() + left);
    m_left->setText(tr("%1 of %2 dots left").arg(left).arg(m_each->value()));
    const QString voter = ballot().voter();
    const bool ready = placed() > 0 && !voter.isEmpty();
    m_enter->setEnabled(ready);
    m_enter->setToolTip(ready ? tr("Enter") : tr("Say whose dots they are, and put down at least one"));
    const bool again =
        !m_vote.revealed && std::any_of(m_vote.ballots.begin(), m_vote.ballots.end(), [&](const Ballot& one) {
            return one.voter().compare(voter, Qt::CaseInsensitive) == 0;
        });
    m_again->setText(tr("%1 has put dots down already. These take their place.").arg(voter));
    m_again->setVisible(again);
}

void BallotCard::enter() {
    if (!m_enter->isEnabled()) return;
    const Ballot put = ballot();
    clear();
    m_person->clear();
    Q_EMIT entered(put);
    // Whoever comes next: a department that has put none down yet.
    const auto waiting = std::find_if(m_departments.begin(), m_departments.end(), [&](const QString& name) {
        return std::none_of(m_vote.ballots.begin(), m_vote.ballots.end(),
                            [&](const Ballot& one) { return one.department == name; });
    });
    if (put.person.isEmpty() && waiting != m_departments.end()) m_department->setEditText(*waiting);
    if (put.person.isEmpty())
        m_department->setFocus();
    else
        m_person->setFocus();
}

}  // namespace icp::ui
