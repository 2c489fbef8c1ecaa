#include "ui/stations/limitspin.h"

#include "core/table/years.h"
#include "core/typing/numbertext.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace icp::ui {

namespace {
const QDate epoch(1970, 1, 1);
}

LimitSpin::LimitSpin(End end, QWidget* parent) : QDoubleSpinBox(parent), m_end(end) {
    setKeyboardTracking(false);
    setAccelerated(true);
    setAccessibleName(end == End::Low ? tr("From") : tr("To"));
}

void LimitSpin::setUp(ColumnType type, bool whole, double smallest, double largest, bool years) {
    m_type = type;
    m_whole = whole;
    m_years = years;
    const QSignalBlocker quiet(this);
    const double span = std::max(largest - smallest, 1e-9);
    double step = whole || type == ColumnType::Date ? 1 : std::pow(10.0, std::floor(std::log10(span)) - 1);
    setDecimals(whole || type == ColumnType::Date ? 0 : std::clamp(int(-std::floor(std::log10(step))), 0, 6));
    if (type == ColumnType::Percent) setDecimals(std::max(decimals(), 3));
    setSingleStep(step);
    // One step beyond the data leaves the side open; ends beyond the data stay possible.
    setRange(std::min(smallest, 0.0) - span - step, std::max(largest, 0.0) + span + step);
    setValue(m_end == End::Low ? minimum() : maximum());
}

bool LimitSpin::isOpen(double value) const {
    return m_end == End::Low ? value <= minimum() : value >= maximum();
}

double LimitSpin::limit() const {
    if (isOpen(value()))
        return m_end == End::Low ? -std::numeric_limits<double>::infinity()
                                 : std::numeric_limits<double>::infinity();
    return m_whole && m_end == End::High ? value() + 1 : value();
}

void LimitSpin::setLimit(double value) {
    const QSignalBlocker quiet(this);
    if (!std::isfinite(value))
        setValue(m_end == End::Low ? minimum() : maximum());
    else
        setValue(m_whole && m_end == End::High ? value - 1 : value);
}

QString LimitSpin::textFromValue(double value) const {
    if (isOpen(value)) return tr("any");
    switch (m_type) {
        case ColumnType::Date:
            return QLocale().toString(epoch.addDays(qint64(value)), QLocale::ShortFormat);
        case ColumnType::Percent:
            return QLocale().toString(value * 100, 'g', 6) + QLatin1Char('%');
        default:
            if (m_years && isYear(value)) return QString::number(int(value));
            return QLocale().toString(value, 'f', m_whole ? 0 : decimals());
    }
}

double LimitSpin::parsed(const QString& text, bool* ok) const {
    QString plain = text.trimmed();
    *ok = true;
    if (plain.isEmpty() || plain == tr("any")) return m_end == End::Low ? minimum() : maximum();
    if (m_type == ColumnType::Date) {
        QDate date = QLocale().toDate(plain, QLocale::ShortFormat);
        if (!date.isValid()) date = QDate::fromString(plain, Qt::ISODate);
        *ok = date.isValid();
        return double(epoch.daysTo(date));
    }
    if (plain.endsWith(QLatin1Char('%'))) plain.chop(1);
    plain = plain.trimmed();
    double value = QLocale().toDouble(plain, ok);
    if (!*ok) {  // "100m", "€2.5bn", as files may have it
        const QString mark = QLocale().decimalPoint();
        const NumberText read = readNumber(plain.toStdString(), mark == u"," ? ',' : '.');
        *ok = read.problem == NumberProblem::None;
        value = read.value;
    }
    return m_type == ColumnType::Percent ? value / 100 : value;
}

double LimitSpin::valueFromText(const QString& text) const {
    bool ok = false;
    const double read = parsed(text, &ok);
    return ok ? read : value();
}

QValidator::State LimitSpin::validate(QString& text, int&) const {
    bool ok = false;
    const double read = parsed(text, &ok);
    return ok && read >= minimum() && read <= maximum() ? QValidator::Acceptable : QValidator::Intermediate;
}

}  // namespace icp::ui
