#include "core/typing/headersense.h"

#include "core/base/text.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace icp {

namespace {

/// A list of words and of phrases of several words.
class Vocabulary {
public:
    explicit Vocabulary(const char* words) {
        for (const QString& word : QString::fromUtf8(words).split(u',')) m_words.insert(word.trimmed());
    }

    /// Up to four words in a row count as one.
    bool in(const QStringList& words) const {
        for (qsizetype from = 0; from < words.size(); ++from)
            for (qsizetype count = 1; count <= 4 && from + count <= words.size(); ++count)
                if (m_words.contains(words.mid(from, count).join(u' '))) return true;
        return false;
    }

private:
    QSet<QString> m_words;
};

/// "BillingPostalCode" -> "billing", "postal", "code".
QStringList wordsOf(const QString& header) {
    QString spaced;
    for (qsizetype i = 0; i < header.size(); ++i) {
        const bool hump = i > 0 && header[i].isUpper() && header[i - 1].isLower();
        if (hump) spaced += u' ';
        spaced += header[i] == u'_' ? QChar(u' ') : header[i];
    }
    return folded(spaced).split(u' ', Qt::SkipEmptyParts);
}

bool endsInId(const QString& header) {
    static const QSet<QString> ordinary{QStringLiteral("PAID"),    QStringLiteral("UNPAID"),
                                        QStringLiteral("PREPAID"), QStringLiteral("VALID"),
                                        QStringLiteral("INVALID"), QStringLiteral("GRID"),
                                        QStringLiteral("BID"),     QStringLiteral("CANDID")};
    static const QRegularExpression spaces(QStringLiteral("[\\s_]"));
    const QString last = header.trimmed().section(spaces, -1);
    return last.size() > 2 && last.endsWith(u"ID") && !ordinary.contains(last);
}

}  // namespace

HeaderSense::HeaderSense(const QString& header) {
    static const Vocabulary naming(
        "id,ids,guid,uuid,zip,postal,postcode,plz,postleitzahl,cep,code postal,codigo "
        "postal,cap,郵便番号,phone,"
        "telephone,telefon,telefono,telefone,telefonnummer,tel,mobile,mobil,handy,celular,movil,portable,fax,"
        "電話,"
        "電話番号,sic,naics,nace,duns,d u n s,iban,bic,vat,ust id,ustid,tax "
        "number,ein,siren,siret,cnpj,cpf,abn,isin,"
        "lei,version,account number,account no,customer number,customer no,order number,invoice number,po "
        "number,"
        "contract number,serial number,case number,ticket number,reference number,registration number,"
        "document number,house number,kundennummer,kundennr,vertragsnummer,rechnungsnummer,auftragsnummer,"
        "hausnummer,belegnummer,kontonummer,debitor,area code,dial code,country code,industry "
        "code,sku,billing code,"
        "shipping code,mailing code");
    static const Vocabulary counting(
        "number,count,#,qty,quantity,anzahl,nombre,numero,total,cantidad,quantidade,数");
    static const Vocabulary time(
        "date,datum,fecha,data,日付,日,time,timestamp,datetime,zeitpunkt,created,modified,updated,closed,"
        "changed,last activity,last login,last seen,signed up,since,seit,at,on,created "
        "on,month,monat,mois,mes,"
        "quarter,quartal,trimestre,week,woche,semaine,semana,period,day,start,end,beginn,ende,renewal,"
        "expires,"
        "expiry,anniversary,birthday");
    static const Vocabulary clocks(
        "time,at,start,end,begin,from,until,opening,closing,opens,closes,uhrzeit,uhr,heure,hora,ora,clock");
    static const Vocabulary lasting(
        "duration,dauer,duree,duracion,duracao,durata,time in,time to,time on,time spent,time "
        "between,elapsed,"
        "length,laufzeit,talk time,handle time,response time,resolution time,cycle time,lead "
        "time,age,alter,runtime,"
        "所要時間,期間");
    static const Vocabulary proseWords(
        "name,names,title,address,street,strasse,rue,calle,city,ort,location,region,place,company,account,"
        "owner,"
        "contact,description,beschreibung,note,notes,comment,comments,kommentar,summary,about,subject,reason,"
        "adresse,direccion,endereco,nom,nombre,nome,firma,state,county,billing,shipping,step,text,headline,"
        "住所,名前,会社名");
    static const QRegularExpression question(
        QStringLiteral("^\\s*(is|has|can|Is|Has|Can|IS|HAS)([A-Z_ ])|[?？]\\s*$"));
    static const QRegularExpression timeIn(QStringLiteral("^(latest |cumulative )?time in( .|$)"),
                                           QRegularExpression::CaseInsensitiveOption);

    const QStringList words = wordsOf(header);
    names = naming.in(words) || endsInId(header);
    counts = counting.in(words);
    asks = question.match(header).hasMatch();
    lasts = lasting.in(words);
    tellsTime = !lasts && time.in(words);
    clock = !lasts && clocks.in(words);
    seconds = timeIn.match(header.trimmed()).hasMatch();
    prose = proseWords.in(words);
}

}  // namespace icp
