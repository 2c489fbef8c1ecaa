#include "ui/stations/filterrow.h"

#include "core/analysis/findings.h"
#include "ui/document/document.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>

#include <algorithm>

namespace icp::ui {

namespace {
constexpr int longestChip = 320;
bool isDate(const Condition& condition) { return condition.attribute == u"deal.close_date"; }
}  // namespace

std::vector<Condition> chosenConditions(const Study& study) {
    std::vector<Condition> out = study.filter;
    std::erase_if(out, isDate);
    return out;
}

Study narrowedTo(Study study, const std::vector<Condition>& conditions) {
    std::erase_if(study.filter, [](const Condition& condition) { return !isDate(condition); });
    study.filter.insert(study.filter.end(), conditions.begin(), conditions.end());
    return study;
}

FilterRow::FilterRow(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this)) {
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(px(8));
    setFixedHeight(px(30));
    hide();
}

void FilterRow::setDocument(Document* document) {
    if (m_document != nullptr) m_document->disconnect(this);
    m_document = document;
    if (document != nullptr) {
        connect(document, &Document::datasetChanged, this, &FilterRow::refresh);
        connect(document, &Document::studyChanged, this, &FilterRow::refresh);
    }
    refresh();
}

bool FilterRow::clear() {
    if (m_document == nullptr || chosenConditions(m_document->study()).empty()) return false;
    m_document->setStudy(narrowedTo(m_document->study(), {}));
    return true;
}

void FilterRow::refresh() {
    const auto conditions =
        m_document != nullptr ? chosenConditions(m_document->study()) : std::vector<Condition>();
    setVisible(!conditions.empty());
    if (conditions == m_shown) return;
    m_shown = conditions;
    while (m_row->count() > 0) {
        QLayoutItem* item = m_row->takeAt(0);
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_row->addWidget(new Text(tr("Only"), int(Type::Table), Text::Ink::Second));
    for (const Condition& condition : conditions) {
        const QString label = conditionLabel(condition, m_document->dataset());
        auto* chip = new Chip({}, QStringLiteral("cross"));
        chip->setText(QFontMetrics(ui::font(Type::Table)).elidedText(label, Qt::ElideRight, px(longestChip)));
        chip->setObjectName(QStringLiteral("filterChip"));
        chip->setAccessibleName(tr("Only %1: click to see all again").arg(label));
        chip->setToolTip(tr("Everything is about these only: %1. Click to see all again (Esc).").arg(label));
        connect(chip, &QPushButton::clicked, this, [this, condition] {
            std::vector<Condition> rest = chosenConditions(m_document->study());
            std::erase(rest, condition);
            m_document->setStudy(narrowedTo(m_document->study(), rest));
        });
        m_row->addWidget(chip);
    }
    m_row->addStretch(1);
}

}  // namespace icp::ui
