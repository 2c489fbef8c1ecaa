#include "ui/stations/icp/companycard.h"

#include "core/workshop/workshop.h"
#include "ui/models/fitlist.h"
#include "ui/models/textrows.h"
#include "ui/stations/fitbadge.h"
#include "ui/stations/icp/backlogbox.h"
#include "ui/stations/icp/criteriatable.h"
#include "ui/stations/plaintable.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/scroll.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

constexpr int mostCriteria = 5;  // shown at once
constexpr int alikeHeight = 218;
constexpr std::array choices{Fit::None, Fit::Ideal, Fit::Stretch, Fit::Bad};

Text* heading(const QString& words) {
    auto* text = new Text(words, int(Type::Body));
    text->setWeight(QFont::DemiBold);
    return text;
}

QLineEdit* line(const QString& name, const QString& placeholder) {
    auto* field = new QLineEdit;
    field->setAccessibleName(name);
    field->setPlaceholderText(placeholder);
    field->setProperty("small", true);
    return field;
}

}  // namespace

CompanyCard::CompanyCard(QWidget* parent)
    : Card(tr("Company"), parent),
      m_fit(new Badge),
      m_outcome(new Text(QString(), int(Type::Table), Text::Ink::Second)),
      m_criteria(new CriteriaTable({tr("Without it")}, {44, 18, 38}, mostCriteria)),
      m_alike(new TextRows({tr("Most alike"), tr("Alike"), tr("Fit")}, 1, this)),
      m_backlog(new BacklogBox),
      m_saying(new QWidget),
      m_messages(new Text(QString(), int(Type::Table), Text::Ink::Second)) {
    m_outcome->setWordWrap(true);
    auto* alike = new PlainTable(m_alike, tr("Customers most like it"));
    alike->setShares({60, 18, 22});
    alike->setFixedHeight(px(alikeHeight));
    connect(alike, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT companyAsked(index.data(Qt::UserRole).toUInt()); });

    connect(m_backlog, &BacklogBox::addAsked, this, [this](const QString& author, const QString& reason) {
        Q_EMIT backlogAsked({newId(), m_company.decision.icp, m_company.decision.account, m_company.name,
                             author, reason, QString()});
    });

    auto* top = new QHBoxLayout;
    top->addWidget(m_outcome, 1);
    top->addWidget(m_fit, 0, Qt::AlignTop);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, px(6), 0);
    layout->setSpacing(px(8));
    layout->addLayout(top);
    layout->addWidget(m_criteria);
    m_messages->setWordWrap(true);
    m_messages->setTextFormat(Qt::PlainText);
    auto* saying = new QVBoxLayout(m_saying);
    saying->setContentsMargins(0, 0, 0, 0);
    saying->setSpacing(px(4));
    saying->addWidget(heading(tr("What to say")));
    saying->addWidget(m_messages);
    layout->addWidget(m_saying);
    layout->addWidget(heading(tr("What the team decides")));
    layout->addWidget(buildDecision());
    layout->addWidget(m_backlog);
    layout->addWidget(alike);
    layout->addStretch(1);
    body()->addWidget(scrolled(page), 1);
}

QWidget* CompanyCard::buildDecision() {
    m_byHand = new QComboBox;
    m_byHand->setAccessibleName(tr("Fit"));
    m_byHand->setProperty("small", true);
    m_byHand->addItem(tr("As the criteria say"));
    for (std::size_t i = 1; i < choices.size(); ++i)
        m_byHand->addItem(tr("%1, by hand").arg(fitTitle(choices[i])));
    m_reason = line(tr("Reason"), tr("Why the criteria are wrong about it"));
    m_reasonMissing = new Text(tr("A fit by hand needs a reason."), int(Type::Note), Text::Ink::Bad);
    m_test = new QCheckBox(tr("Sold to on purpose, to test the profile"));
    const std::array<QString, vettingPointCount> points{tr("It knows what we cannot do for it"),
                                                        tr("It knows what to expect, and when"),
                                                        tr("Success is agreed, in numbers")};
    m_vetting = new QWidget;
    auto* list = new QVBoxLayout(m_vetting);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(px(4));
    list->addWidget(heading(tr("Before it is worked on")));
    for (int i = 0; i < vettingPointCount; ++i) {
        auto* box = new QCheckBox(points[std::size_t(i)]);
        m_points[std::size_t(i)] = box;
        list->addWidget(box);
        connect(box, &QCheckBox::clicked, this, &CompanyCard::storeVetting);
    }
    m_owner = line(tr("Owner"), tr("Who answers for it"));
    m_skip = line(tr("Pass over"), tr("Why the list is passed over"));
    m_gate = new Text(QString(), int(Type::Note), Text::Ink::Warn);
    m_gate->setWordWrap(true);
    auto* people = new QFormLayout;
    people->setSpacing(px(6));
    people->addRow(tr("Owner"), m_owner);
    people->addRow(tr("Pass over"), m_skip);
    list->addLayout(people);
    list->addWidget(m_gate);

    auto* form = new QFormLayout;
    form->setSpacing(px(6));
    form->addRow(tr("Fit"), m_byHand);
    form->addRow(tr("Reason"), m_reason);
    auto* all = new QWidget;
    auto* layout = new QVBoxLayout(all);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(8));
    layout->addLayout(form);
    layout->addWidget(m_reasonMissing);
    layout->addWidget(m_test);
    layout->addWidget(m_vetting);
    connect(m_byHand, &QComboBox::activated, this, &CompanyCard::storeFit);
    connect(m_reason, &QLineEdit::editingFinished, this, &CompanyCard::storeFit);
    connect(m_test, &QCheckBox::clicked, this, [this](bool on) {
        m_company.decision.test = on;
        Q_EMIT decided(m_company.decision, on ? tr("Mark as a test") : tr("Mark as no test"));
    });
    connect(m_owner, &QLineEdit::editingFinished, this, &CompanyCard::storeVetting);
    connect(m_skip, &QLineEdit::editingFinished, this, &CompanyCard::storeVetting);
    return all;
}

void CompanyCard::show(const Company& company) {
    const bool another = company.decision.id != m_company.decision.id || company.account != m_company.account;
    const bool waits = !another && m_byHand->currentIndex() > 0 && !m_company.decision.fit;  // for its reason
    m_company = company;
    setTitle(company.name);
    m_outcome->setText(company.outcome);
    showFit(*m_fit, company.fit);
    m_criteria->setCriteria(company.criteria);
    std::vector<TextRows::Row> alike;
    for (const auto& [account, cells] : company.alike) alike.push_back({cells, account});
    m_alike->setRows(std::move(alike));
    if (!waits) showDecision();
    showMessages();
    m_backlog->show(company.name, company.research);
}

void CompanyCard::showDecision() {
    const FitDecision& decision = m_company.decision;
    const QSignalBlocker quiet(m_byHand);
    const auto chosen = std::find(choices.begin(), choices.end(), decision.fit.value_or(Fit::None));
    m_byHand->setCurrentIndex(int(chosen - choices.begin()));
    if (!m_reason->hasFocus()) m_reason->setText(decision.reason);
    m_reason->setEnabled(m_byHand->currentIndex() > 0);
    m_reasonMissing->hide();
    m_test->setChecked(decision.test);
    m_test->setVisible(m_company.fit != Fit::Ideal);
    for (std::size_t i = 0; i < m_points.size(); ++i) m_points[i]->setChecked(decision.vetted[i]);
    if (!m_owner->hasFocus()) m_owner->setText(decision.owner);
    if (!m_skip->hasFocus()) m_skip->setText(decision.skipVetting);
    m_vetting->setVisible(m_company.fit == Fit::Stretch);
    const bool open = gateOf(m_company.fit, &decision) == Gate::Open;
    m_gate->setInk(open ? Text::Ink::Second : Text::Ink::Warn);
    m_gate->setText(open ? tr("Qualified.")
                         : tr("Not qualified yet: check every point and name an owner, or say why not."));
}

/// First the fit, and only then what is said.
void CompanyCard::showMessages() {
    m_saying->setVisible(m_company.messages.has_value());
    if (!m_company.messages) return;
    QStringList lines;
    switch (gateOf(m_company.fit, &m_company.decision)) {
        case Gate::Open:
            for (const auto& [who, message] : *m_company.messages)
                lines << tr("%1: %2", "who, what is said to them")
                             .arg(who, message.isEmpty() ? tr("no message is written yet") : message);
            if (lines.isEmpty()) lines << tr("Nobody has described the people yet.");
            break;
        case Gate::Vetting:
            lines << tr("It stops here until the list below is done.");
            break;
        case Gate::Closed:
            lines << tr("It stops here: no message is prepared for whoever does not fit.");
            break;
    }
    m_messages->setText(lines.join(u'\n'));
}

void CompanyCard::storeFit() {
    const Fit fit = choices[std::size_t(m_byHand->currentIndex())];
    m_reason->setEnabled(fit != Fit::None);
    const QString reason = fit == Fit::None ? QString() : m_reason->text().simplified();
    if (fit != Fit::None && reason.isEmpty()) {
        m_reasonMissing->show();
        m_reason->setFocus();
        return;
    }
    m_reasonMissing->hide();
    const std::optional<Fit> chosen = fit == Fit::None ? std::nullopt : std::optional(fit);
    if (chosen == m_company.decision.fit && reason == m_company.decision.reason) return;
    m_company.decision.fit = chosen;
    m_company.decision.reason = reason;
    Q_EMIT decided(m_company.decision,
                   chosen ? tr("Set the fit by hand") : tr("Set the fit by the criteria"));
}

void CompanyCard::storeVetting() {
    FitDecision next = m_company.decision;
    for (std::size_t i = 0; i < m_points.size(); ++i) next.vetted[i] = m_points[i]->isChecked();
    next.owner = m_owner->text().simplified();
    next.skipVetting = m_skip->text().simplified();
    if (toJson(next) == toJson(m_company.decision)) return;
    m_company.decision = next;
    Q_EMIT decided(next, tr("Vet an account"));
}

}  // namespace icp::ui
