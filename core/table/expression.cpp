#include "core/table/expression.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QDate>

#include <cmath>
#include <limits>

namespace icp {

namespace {

struct Filter {
    Q_DECLARE_TR_FUNCTIONS(icp::Filter)
};

struct Token {
    enum class Kind { Word, Quoted, Symbol, End } kind = Kind::End;
    QString text;

    bool isWord(QLatin1String word) const {
        return kind == Kind::Word && text.compare(word, Qt::CaseInsensitive) == 0;
    }
    bool isSymbol(QLatin1String symbol) const { return kind == Kind::Symbol && text == symbol; }
    bool isText() const { return kind == Kind::Word || kind == Kind::Quoted; }
};

bool isSymbolChar(QChar c) { return QStringLiteral("=!<>(),").contains(c); }

std::vector<Token> tokens(const QString& text) {
    std::vector<Token> result;
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text[i];
        if (c.isSpace()) {
            ++i;
        } else if (c == u'"' || c == u'\'') {
            const qsizetype end = text.indexOf(c, i + 1);
            result.push_back({Token::Kind::Quoted, text.mid(i + 1, end < 0 ? -1 : end - i - 1)});
            i = end < 0 ? text.size() : end + 1;
        } else if (isSymbolChar(c)) {
            const bool two = QStringLiteral("!<>").contains(c) && i + 1 < text.size() && text[i + 1] == u'=';
            result.push_back({Token::Kind::Symbol, text.mid(i, two ? 2 : 1)});
            i += two ? 2 : 1;
        } else {
            const qsizetype begin = i;
            while (i < text.size() && !text[i].isSpace() && !isSymbolChar(text[i])) ++i;
            result.push_back({Token::Kind::Word, text.mid(begin, i - begin)});
        }
    }
    return result;
}

class Parser {
public:
    /// Without a dataset every attribute may exist and every value may fit.
    Parser(std::vector<Token> input, const Dataset* dataset)
        : m_tokens(std::move(input)), m_dataset(dataset) {}

    Result<std::vector<Condition>> all() {
        std::vector<Condition> conditions;
        do {
            Result<Condition> condition = one();
            if (!condition) return fail(condition.error());
            conditions.push_back(std::move(*condition));
        } while (acceptWord("and"));
        if (peek().kind != Token::Kind::End) return expected(Filter::tr("“and”"));
        return conditions;
    }

private:
    const Token& peek() const {
        static const Token end;
        return m_at < m_tokens.size() ? m_tokens[m_at] : end;
    }
    Token take() {
        Token token = peek();
        ++m_at;
        return token;
    }
    bool acceptWord(const char* word) {
        const bool is = peek().isWord(QLatin1String(word));
        m_at += is ? 1 : 0;
        return is;
    }
    bool acceptSymbol(const char* symbol) {
        const bool is = peek().isSymbol(QLatin1String(symbol));
        m_at += is ? 1 : 0;
        return is;
    }
    tl::unexpected<Error> expected(const QString& what) const {
        return fail(ErrorCode::Usage,
                    peek().kind == Token::Kind::End
                        ? Filter::tr("The filter ends where %1 was expected.").arg(what)
                        : Filter::tr("The filter has “%1” where %2 was expected.").arg(peek().text, what));
    }

    /// nullptr when there is no dataset to find it in.
    Result<const Attribute*> attribute() {
        if (!peek().isText()) return expected(Filter::tr("an attribute"));
        const Token token = take();
        if (m_dataset == nullptr) return nullptr;
        if (const Attribute* named = m_dataset->find(token.text)) return named;
        for (const Entity entity : entities)
            for (const Attribute& candidate : m_dataset->of(entity).attributes)
                if (folded(candidate.label) == folded(token.text)) return &candidate;
        return fail(ErrorCode::Usage, Filter::tr("The data have no attribute “%1”.").arg(token.text));
    }

    Result<Condition> one() {
        const Result<const Attribute*> found = attribute();
        if (!found) return fail(found.error());
        Condition condition;
        if (*found != nullptr) condition.attribute = (*found)->name;
        if (acceptWord("is")) return missingOrKnown(std::move(condition));
        const bool negated = acceptWord("not");
        if (acceptWord("in")) return list(std::move(condition), negated);
        if (!negated && acceptWord("has")) {
            condition.op = acceptWord("not") ? Condition::Op::HasNot : Condition::Op::Has;
            return withValue(std::move(condition));
        }
        if (negated || peek().kind != Token::Kind::Symbol) return expected(Filter::tr("an operator"));
        return compared(std::move(condition), *found == nullptr ? nullptr : &m_dataset->column(**found));
    }

    Result<Condition> missingOrKnown(Condition condition) {
        if (acceptWord("missing"))
            condition.op = Condition::Op::Missing;
        else if (acceptWord("known"))
            condition.op = Condition::Op::NotIn;
        else
            return expected(Filter::tr("“missing” or “known”"));
        return condition;
    }

    Result<Condition> withValue(Condition condition) {
        if (!peek().isText()) return expected(Filter::tr("a value"));
        condition.values << take().text;
        return condition;
    }

    Result<Condition> list(Condition condition, bool negated) {
        condition.op = negated ? Condition::Op::NotIn : Condition::Op::In;
        if (!acceptSymbol("(")) return expected(QStringLiteral("“(”"));
        do {
            QStringList words;
            while (peek().isText()) words << take().text;
            if (words.isEmpty()) return expected(Filter::tr("a value"));
            condition.values << words.join(u' ');
        } while (acceptSymbol(","));
        if (!acceptSymbol(")")) return expected(QStringLiteral("“)”"));
        return condition;
    }

    Result<Condition> compared(Condition condition, const Column* column) {
        static const QStringList operators{"=", "!=", "<", "<=", ">", ">="};
        if (!operators.contains(peek().text)) return expected(Filter::tr("an operator"));
        const QString op = take().text;
        if (!peek().isText()) return expected(Filter::tr("a value"));
        const QString value = take().text;
        if (column == nullptr) return condition;
        if (!column->isNumeric()) {
            if (op != u"=" && op != u"!=")
                return fail(ErrorCode::Usage, Filter::tr("“%1” works with numbers and dates only.").arg(op));
            condition.op = op == u"=" ? Condition::Op::In : Condition::Op::NotIn;
            condition.values << value;
            return condition;
        }
        bool ok = false;
        double number = value.toDouble(&ok);
        if (column->type() == ColumnType::Date) {
            const QDate date = QDate::fromString(value, Qt::ISODate);
            ok = date.isValid();
            number = double(QDate(1970, 1, 1).daysTo(date));
        }
        if (!ok || !std::isfinite(number))
            return fail(ErrorCode::Usage,
                        Filter::tr("“%1” is neither a number nor a date like 2025-12-31.").arg(value));
        const double after = std::nextafter(number, std::numeric_limits<double>::infinity());
        condition.op = Condition::Op::Range;
        if (op == u">=" || op == u"=") condition.low = number;
        if (op == u">") condition.low = after;
        if (op == u"<") condition.high = number;
        if (op == u"<=" || op == u"=") condition.high = after;
        if (op == u"!=") return fail(ErrorCode::Usage, Filter::tr("“!=” works with texts only. Use < or >."));
        return condition;
    }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    const Dataset* m_dataset;
};

}  // namespace

Result<std::vector<Condition>> parseConditions(const QString& text, const Dataset& dataset) {
    return Parser(tokens(text), &dataset).all();
}

Result<void> checkConditions(const QString& text) {
    const Result<std::vector<Condition>> conditions = Parser(tokens(text), nullptr).all();
    if (!conditions) return fail(conditions.error());
    return {};
}

}  // namespace icp
