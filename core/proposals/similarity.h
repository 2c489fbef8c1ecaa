#pragma once

#include "core/base/job.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace icp {

/// Similarity of two words, 0 to 1: Jaro's share of common letters in nearly the same place, raised for a
/// common beginning of up to four letters (Winkler 1990, prefix weight 0.1).
double jaroWinkler(QStringView a, QStringView b);

/// The names of companies, for finding one by a name that is written differently. Words count by how rare
/// they are among the names (inverse document frequency), and two words are alike by Jaro-Winkler: SoftTFIDF
/// (Cohen, Ravikumar and Fienberg 2003, "A comparison of string distance metrics for name-matching tasks").
/// Stricter than theirs: only words of four letters and more, a slip of the pen apart (isWordSlip(); two
/// edits from ten letters on) and with the same digits, can be alike without being equal.
class NameIndex {
public:
    /// The name of row i is names[i]; empty ones are never found. Of no use when the job is cancelled
    /// meanwhile.
    explicit NameIndex(const QStringList& names, const Job& job = {});

    struct Hit {
        std::uint32_t row = 0;
        double score = 0;  ///< 0 to 1; 1 = the same words
    };
    /// The most similar names, best first, then in the order of rows; at most `most`, of at most 64 that
    /// share the rarest words and groups of three letters. Safe from many threads.
    std::vector<Hit> find(const QString& name, std::size_t most) const;

    double similarity(std::uint32_t a, std::uint32_t b) const;

private:
    static constexpr std::uint32_t unknown = 0xFFFFFFFF;
    /// A name taken apart.
    struct Spelt {
        QStringList words;  // each once
        QString letters;    // without spaces
        QString digits;
    };
    // What most pairs of names are told apart by lies together, for millions of pairs are looked at.
    struct Word {
        std::uint32_t id = unknown;  // the same for the same word; unknown = no name holds it
        std::uint16_t size = 0;
        char16_t first = 0;  // letter
        double weight = 0;   // squared they add up to 1 within a name
    };
    struct Name {
        std::size_t letters = 0;         // hash
        std::uint32_t digits = unknown;  // the same for the same digits
        std::uint32_t first = 0;         // of m_nameWords
        std::uint32_t words = 0;
    };
    struct Question {
        Spelt spelt;
        Name name;
        std::vector<Word> words;
    };
    static std::uint32_t idOf(QHash<QString, std::uint32_t>& ids, const QString& text);
    static Spelt speltOut(const QString& text);
    static Name nameOf(const Spelt& spelt);
    static Word wordOf(const QString& text, std::uint32_t id);
    void weigh(std::span<Word> words) const;
    Question asked(const QString& text) const;
    double similarity(const Question& question, std::uint32_t row) const;
    std::vector<std::uint32_t> candidates(const Question& question) const;

    double m_count = 0;
    QHash<QString, std::uint32_t> m_ids;               // of words
    QHash<QString, std::uint32_t> m_digits;            // ids of what names have of digits
    QStringList m_words;                               // by id
    std::vector<std::uint32_t> m_frequency;            // per word: names that hold it
    std::vector<std::vector<std::uint32_t>> m_byWord;  // rows; none for common words
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> m_byGram;  // three letters -> rows
    std::vector<Name> m_names;
    std::vector<Word> m_nameWords;
    QStringList m_letters;  // per name
};

}  // namespace icp
