//! Names of people and companies, made up.

use super::chance::Chance;

/// Somebody's name.
pub struct Person {
    /// First name as they write it.
    pub first: &'static str,
    /// Last name as they write it.
    pub last: &'static str,
    /// First name in Latin letters.
    pub first_latin: &'static str,
    /// Last name in Latin letters.
    pub last_latin: &'static str,
    /// Whether they write Japanese.
    pub japanese: bool,
}

/// Somebody.
pub fn person(chance: &mut Chance) -> Person {
    let japanese = chance.percent(60);
    let (firsts, lasts) = if japanese {
        (FIRSTS_JA, LASTS_JA)
    } else {
        (FIRSTS, LASTS)
    };
    let (first, first_latin) = *chance.one(firsts);
    let (last, last_latin) = *chance.one(lasts);
    Person {
        first,
        last,
        first_latin,
        last_latin,
        japanese,
    }
}

/// The name of the company with that identifier. In an `empty` database the first need no number.
pub fn company(place: u64, id: i64, empty: bool, chance: &mut Chance) -> String {
    let (latin, kanji) = HOUSES[at(place, HOUSES.len())];
    let number = if empty && place < HOUSES.len() as u64 {
        String::new()
    } else {
        format!(" {id}")
    };
    if chance.percent(50) {
        format!(
            "株式会社{kanji}{}{number}",
            chance.one(&["商事", "システム", "物流", "製作所", "不動産", "食品"])
        )
    } else {
        format!(
            "{latin} {}{number}",
            chance.one(&[
                "Trading",
                "Systems",
                "Logistics",
                "Works",
                "Estates",
                "Foods"
            ])
        )
    }
}

/// The first part of its domain.
pub fn domain(place: u64, id: i64) -> String {
    format!("{}{id}", HOUSES[at(place, HOUSES.len())].0.to_lowercase())
}

fn at(place: u64, length: usize) -> usize {
    usize::try_from(place).unwrap_or_default() % length
}

const HOUSES: [(&str, &str); 40] = [
    ("Aoba", "青葉"),
    ("Midori", "緑"),
    ("Asahigaoka", "旭丘"),
    ("Kawabe", "川辺"),
    ("Hoshino", "星野"),
    ("Tsukimi", "月見"),
    ("Yukimura", "雪村"),
    ("Matsukaze", "松風"),
    ("Umeda", "梅田"),
    ("Takeyama", "竹山"),
    ("Sakuragi", "桜木"),
    ("Kaede", "楓"),
    ("Fujimi", "富士見"),
    ("Minato", "港"),
    ("Hamabe", "浜辺"),
    ("Shiranami", "白波"),
    ("Kurose", "黒瀬"),
    ("Akebono", "曙"),
    ("Hinode", "日の出"),
    ("Nagisa", "渚"),
    ("Izumi", "泉"),
    ("Komorebi", "木漏れ日"),
    ("Hayabusa", "隼"),
    ("Tsubame", "燕"),
    ("Chidori", "千鳥"),
    ("Suzume", "雀"),
    ("Kogane", "黄金"),
    ("Shirogane", "白金"),
    ("Ruri", "瑠璃"),
    ("Hisui", "翡翠"),
    ("Amber", "琥珀"),
    ("Sango", "珊瑚"),
    ("Nijo", "二条"),
    ("Sanjo", "三条"),
    ("Gojo", "五条"),
    ("Higashi", "東"),
    ("Nishi", "西"),
    ("Minami", "南"),
    ("Kitano", "北野"),
    ("Chuo", "中央"),
];

const FIRSTS_JA: &[(&str, &str)] = &[
    ("花", "hana"),
    ("健", "ken"),
    ("美咲", "misaki"),
    ("翔太", "shota"),
    ("陽菜", "hina"),
    ("大輔", "daisuke"),
    ("結衣", "yui"),
    ("拓也", "takuya"),
    ("さくら", "sakura"),
    ("直樹", "naoki"),
    ("葵", "aoi"),
    ("蓮", "ren"),
    ("凛", "rin"),
    ("悠斗", "yuto"),
    ("明美", "akemi"),
    ("浩", "hiroshi"),
    ("恵子", "keiko"),
    ("誠", "makoto"),
    ("由美", "yumi"),
    ("学", "manabu"),
    ("千尋", "chihiro"),
    ("海斗", "kaito"),
    ("真央", "mao"),
    ("隆", "takashi"),
    ("舞", "mai"),
    ("亮", "ryo"),
    ("愛", "ai"),
    ("昇", "noboru"),
    ("彩", "aya"),
    ("薫", "kaoru"),
];

const LASTS_JA: &[(&str, &str)] = &[
    ("佐藤", "sato"),
    ("鈴木", "suzuki"),
    ("高橋", "takahashi"),
    ("田中", "tanaka"),
    ("伊藤", "ito"),
    ("渡辺", "watanabe"),
    ("山本", "yamamoto"),
    ("中村", "nakamura"),
    ("小林", "kobayashi"),
    ("加藤", "kato"),
    ("吉田", "yoshida"),
    ("山田", "yamada"),
    ("佐々木", "sasaki"),
    ("山口", "yamaguchi"),
    ("松本", "matsumoto"),
    ("井上", "inoue"),
    ("木村", "kimura"),
    ("林", "hayashi"),
    ("斎藤", "saito"),
    ("清水", "shimizu"),
    ("山崎", "yamazaki"),
    ("森", "mori"),
    ("池田", "ikeda"),
    ("橋本", "hashimoto"),
    ("阿部", "abe"),
    ("石川", "ishikawa"),
    ("山下", "yamashita"),
    ("中島", "nakajima"),
    ("石井", "ishii"),
    ("小川", "ogawa"),
    ("前田", "maeda"),
    ("岡田", "okada"),
    ("長谷川", "hasegawa"),
    ("藤田", "fujita"),
    ("後藤", "goto"),
];

const FIRSTS: &[(&str, &str)] = &[
    ("Anna", "anna"),
    ("Ben", "ben"),
    ("Clara", "clara"),
    ("David", "david"),
    ("Elena", "elena"),
    ("Félix", "felix"),
    ("Grace", "grace"),
    ("Henry", "henry"),
    ("Iris", "iris"),
    ("Jonas", "jonas"),
    ("Karin", "karin"),
    ("Liam", "liam"),
    ("Maria", "maria"),
    ("Noah", "noah"),
    ("Olga", "olga"),
    ("Paul", "paul"),
    ("Quinn", "quinn"),
    ("Rosa", "rosa"),
    ("Samuel", "samuel"),
    ("Tara", "tara"),
    ("Uwe", "uwe"),
    ("Vera", "vera"),
    ("William", "william"),
    ("Ximena", "ximena"),
    ("Yusuf", "yusuf"),
    ("Zoë", "zoe"),
    ("Amara", "amara"),
    ("Wei", "wei"),
    ("Priya", "priya"),
    ("Søren", "soren"),
];

const LASTS: &[(&str, &str)] = &[
    ("Smith", "smith"),
    ("Müller", "mueller"),
    ("García", "garcia"),
    ("Rossi", "rossi"),
    ("Dubois", "dubois"),
    ("Novák", "novak"),
    ("Jensen", "jensen"),
    ("Kowalski", "kowalski"),
    ("O'Brien", "obrien"),
    ("Silva", "silva"),
    ("Ivanova", "ivanova"),
    ("Khan", "khan"),
    ("Chen", "chen"),
    ("Nguyen", "nguyen"),
    ("Okafor", "okafor"),
    ("Patel", "patel"),
    ("Kim", "kim"),
    ("Haddad", "haddad"),
    ("Andersson", "andersson"),
    ("Virtanen", "virtanen"),
    ("Brown", "brown"),
    ("Taylor", "taylor"),
    ("Weber", "weber"),
    ("Fischer", "fischer"),
    ("Moreau", "moreau"),
    ("Costa", "costa"),
    ("Papadopoulos", "papadopoulos"),
    ("Yılmaz", "yilmaz"),
    ("MacLeod", "macleod"),
    ("van Dijk", "vandijk"),
];

#[cfg(test)]
mod tests {
    use super::{FIRSTS, FIRSTS_JA, LASTS, LASTS_JA};
    use app::users::LoginId;

    #[test]
    fn every_name_makes_a_login_id() {
        for (_, latin) in [FIRSTS, FIRSTS_JA, LASTS, LASTS_JA].concat() {
            assert!(LoginId::parse(latin).is_ok(), "{latin}");
        }
    }
}
