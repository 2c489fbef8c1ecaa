#include "ui/stations/scoperow.h"

#include "core/base/shown.h"
#include "ui/charts/words.h"
#include "ui/document/document.h"
#include "ui/stations/outcomeform.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QMenu>

namespace icp::ui {

namespace {

const QString closeDate = QStringLiteral("deal.close_date");

double days(const QDate& date) { return double(QDate(1970, 1, 1).daysTo(date)); }

void removeDates(Study& study) {
    std::erase_if(study.filter, [](const Condition& condition) { return condition.attribute == closeDate; });
}

QString choiceText(const Study& study) {
    const Words words(study);
    return study.unit == Unit::Account ? ScopeRow::tr("%1: %2", "Customers: stayed or left")
                                             .arg(words.unit(), words.outcome().toLower())
                                       : words.unit();
}

}  // namespace

static QString sealText(const Findings& findings, bool opened) {
    const QString kept = Words(findings.study).counted(findings.heldOut.n);
    const QString since = periodText(findings.heldOutFrom, findings.heldOutFrom);
    if (!opened) return ScopeRow::tr("%1 since %2 kept sealed").arg(kept, since);
    const int looks = findings.seal.openings;
    return looks > 1 ? ScopeRow::tr("Checked %n time(s) on %1 since %2", nullptr, looks).arg(kept, since)
                     : ScopeRow::tr("Checked once on %1 since %2").arg(kept, since);
}

ScopeRow::ScopeRow(QWidget* parent)
    : QWidget(parent),
      m_unit(new Chip({}, QStringLiteral("filter"))),
      m_dates(new Chip({}, QStringLiteral("calendar"))),
      m_count(new Text({}, int(Type::Table))),
      m_holdout(new Chip({}, QStringLiteral("lock"))) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    row->addWidget(m_unit);
    row->addWidget(m_dates);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(m_holdout);
    setFixedHeight(px(30));
    m_count->setWeight(QFont::DemiBold);
    m_unit->setObjectName(QStringLiteral("scopeUnit"));
    m_dates->setObjectName(QStringLiteral("scopeDates"));
    m_holdout->setObjectName(QStringLiteral("scopeHoldout"));
    m_unit->setToolTip(tr("What is compared. Click to change it."));
    m_dates->setToolTip(tr("Deals closed in these months. Click to change them."));
    m_holdout->setToolTip(
        tr("Segments and exclusions are searched without these and then checked on them. Patterns, claims "
           "and a drafted profile count them too. Click to change it."));
    connect(m_unit, &QPushButton::clicked, this, &ScopeRow::chooseUnit);
    connect(m_dates, &QPushButton::clicked, this, &ScopeRow::chooseDates);
    connect(m_holdout, &QPushButton::clicked, this, &ScopeRow::chooseHoldout);
}

void ScopeRow::setDocument(Document* document) {
    if (m_document != nullptr) m_document->disconnect(this);
    m_document = document;
    if (document != nullptr) {
        connect(document, &Document::datasetChanged, this, &ScopeRow::refresh);
        connect(document, &Document::findingsChanged, this, &ScopeRow::refresh);
    }
    refresh();
}

void ScopeRow::refresh() {
    if (m_document == nullptr) return;
    const Findings& findings = m_document->findings();
    const Words words(findings.study);
    m_unit->setText(choiceText(findings.study));
    const QString period = periodText(findings.from, findings.to);
    m_dates->setVisible(!period.isEmpty() && findings.study.unit != Unit::Account);
    m_dates->setText(tr("Closed %1").arg(period));
    m_count->setText(words.scope(findings.base));
    m_holdout->setVisible(findings.heldOutFrom.isValid() || findings.study.holdout <= 0 ||
                          findings.study.newestQuarter);
    m_holdout->setText(findings.heldOut.n > 0 && findings.heldOutFrom.isValid()
                           ? sealText(findings, m_document->sealOpened())
                           : tr("Segments are not checked"));
}

void ScopeRow::chooseUnit() {
    if (m_form == nullptr) m_form = new OutcomeForm(this);
    m_form->open(m_document, m_unit);
}

void ScopeRow::chooseDates() {
    auto* menu = new QMenu(this);
    const Study& current = m_document->study();
    const QDate end = m_document->dataset().asOf;
    const auto add = [&](const QString& text, int months) {
        Study study = current;
        removeDates(study);
        if (months > 0) {
            Condition condition;
            condition.attribute = closeDate;
            condition.op = Condition::Op::Range;
            condition.low = days(end.addMonths(-months).addDays(1));
            study.filter.push_back(condition);
        }
        QAction* action = menu->addAction(text, this, [this, study] { choose(study); });
        action->setCheckable(true);
        action->setChecked(study.filter == current.filter);
    };
    add(tr("All dates"), 0);
    for (const int months : {12, 24, 36}) add(tr("Last %1 months").arg(months), months);
    popUp(menu, m_dates);
}

void ScopeRow::chooseHoldout() {
    auto* menu = new QMenu(this);
    const Study& current = m_document->study();
    const auto add = [&](const QString& text, double share, bool quarter) {
        Study study = current;
        study.holdout = share;
        study.newestQuarter = quarter;
        QAction* action = menu->addAction(text, this, [this, study] { choose(study); });
        action->setCheckable(true);
        action->setChecked(study.holdout == current.holdout && study.newestQuarter == current.newestQuarter);
    };
    const double share = Study().holdout;
    add(tr("Check segments on the newest fifth"), share, false);
    add(tr("Check segments on the newest tenth"), share / 2, false);
    add(tr("Check segments on the newest quarter of the year"), share, true);
    add(tr("Search segments in everything, without a check"), 0, false);
    popUp(menu, m_holdout);
}

void ScopeRow::choose(const Study& study) { m_document->setStudy(study); }

void ScopeRow::popUp(QMenu* menu, const QWidget* below) {
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(below->mapToGlobal(QPoint(0, below->height() + px(2))));
}

}  // namespace icp::ui
