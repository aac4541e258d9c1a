//! What comes of all titles, letters, numbers and places of a video.

use std::ops::Range;

use super::names;
use super::scene::Scene;
use super::stance::{self, Stance};
use super::titles::{self, Form, Mention};
use super::{Found, letters, number, place};
use crate::assessment::{Category, Credential, CredentialStatus, Stated};
use crate::domain::domain;
use crate::domain::pack::{Counts, Entry, Frame, Kind, Place};
use crate::video::Field;

/// A title with what the text does with it.
struct Claim<'a, 's> {
    scene: &'a Scene<'s>,
    mention: Mention,
    stance: Stance,
    number: Option<Range<usize>>,
    place: Option<(&'static Place, Range<usize>)>,
}

/// Where a text speaks, as far as it says so.
#[derive(Default)]
struct Whereabouts {
    /// ISO 3166 code, or empty.
    country: String,
    /// BCP 47 primary tag, or empty.
    language: String,
}

/// The strongest thing stated, and the categories that apply.
pub fn of(scenes: &[Scene], language: &str) -> Found {
    let claims: Vec<Claim> = scenes.iter().flat_map(Claim::all).collect();
    let at = Whereabouts { country: country(&claims), language: language.to_owned() };
    let best = claims.iter().min_by_key(|claim| (claim.status(&at), rank(claim.scene.words.field)));
    let place =
        claims.iter().filter(|claim| claim.is_licensed()).find_map(|claim| Some((claim.scene, claim.place.clone()?)));
    let credential = Credential {
        status: best.map_or(CredentialStatus::NotFound, |claim| claim.status(&at)),
        who: who(scenes, &claims),
        which: best.map(|claim| claim.which(&at)),
        place: place.map(|(scene, (place, bytes))| stated(scene, bytes, place.region.clone(), place.country.clone())),
    };
    Found { credential, categories: categories(&claims, &at) }
}

/// Names say most about who speaks, then bios, descriptions, titles and speech.
fn rank(field: Field) -> usize {
    let order = [Field::CreatorName, Field::Bio, Field::Description, Field::Title, Field::Captions, Field::Handle];
    order.iter().position(|known| *known == field).unwrap_or(order.len())
}

impl<'a, 's> Claim<'a, 's> {
    fn all(scene: &'a Scene<'s>) -> Vec<Self> {
        let mut mentions = titles::find(scene);
        mentions.extend(letters::find(scene));
        mentions.extend(speaking_numbers(scene));
        let claims = mentions.into_iter().map(|mention| Self::of(scene, mention));
        claims.filter(Self::says_something).collect()
    }

    /// Words that are a title only where denied say nothing else.
    fn says_something(&self) -> bool {
        self.stance == Stance::Denied || self.stance != Stance::Nothing && !self.mention.entries.is_empty()
    }

    fn of(scene: &'a Scene<'s>, mention: Mention) -> Self {
        let stance = stance::of(scene, &mention);
        let number = number::behind(&scene.words.text, mention.bytes.end);
        let place = place::of(scene, &mention);
        Self { scene, mention, stance, number, place }
    }

    fn known(&self) -> impl Iterator<Item = &'static Entry> {
        self.mention.entries.iter().filter_map(|&number| domain().entries.get(usize::from(number)))
    }

    /// The entry that knows the title in this country, or else in this language, or else anywhere.
    fn entry(&self, at: &Whereabouts) -> Option<&'static Entry> {
        let there = || self.known().filter(|entry| !at.country.is_empty() && entry.country == at.country);
        let detailed = there().find(|entry| entry.kind != Kind::TitleOnly).or_else(|| there().next());
        let spoken = || self.known().find(|entry| entry.language == at.language);
        let own = || self.known().take(self.mention.own);
        detailed
            .or_else(|| own().find(|entry| entry.country == "US"))
            .or_else(|| own().find(|entry| entry.kind == Kind::VoluntaryRegister))
            .or_else(|| self.known().find(|entry| entry.country == "US"))
            .or_else(spoken)
            .or_else(|| self.known().next())
    }

    fn status(&self, at: &Whereabouts) -> CredentialStatus {
        match (self.stance, self.entry(at)) {
            (Stance::Denied, _) => CredentialStatus::SaysNotClinician,
            (Stance::Former, _) => CredentialStatus::Former,
            (Stance::Training, _) => CredentialStatus::InTraining,
            (_, Some(entry)) => self.claimed(entry),
            (_, None) => CredentialStatus::NotFound,
        }
    }

    fn claimed(&self, entry: &Entry) -> CredentialStatus {
        match entry.kind {
            Kind::LicensedProtected | Kind::StatePermit | Kind::TitleOnly => self.licence(entry),
            Kind::VoluntaryRegister | Kind::PrivateCertification => CredentialStatus::MemberOfBody,
            Kind::TraineeAssociate => CredentialStatus::InTraining,
            Kind::DegreeOnly => CredentialStatus::Degree,
            Kind::Unregulated => CredentialStatus::UnregulatedTitle,
        }
    }

    fn licence(&self, entry: &Entry) -> CredentialStatus {
        let detailed = matches!(self.mention.form, Form::Letters | Form::Licensed);
        let placed = self.place.is_some() && entry.kind != Kind::TitleOnly;
        if self.number.is_some() || self.names_register(entry) {
            CredentialStatus::StatedWithRegister
        } else if detailed || placed {
            CredentialStatus::Stated
        } else {
            CredentialStatus::TitleOnly
        }
    }

    /// Whether the words name a register that holds the title ("HCPC registered").
    fn names_register(&self, entry: &Entry) -> bool {
        let said = self.scene.words.text[self.mention.bytes.clone()].to_uppercase();
        let registers = domain().registers.iter().filter(|register| entry.registers.contains(&register.id));
        let mut acronyms = registers.flat_map(|register| register.name.split_whitespace());
        acronyms.any(|word| {
            word.len() >= 3
                && !word.chars().any(char::is_lowercase)
                && said.split(|c: char| !c.is_alphanumeric()).any(|w| w == word)
        })
    }

    fn country_of_register(&self) -> Option<String> {
        self.known().find(|entry| self.names_register(entry)).map(|entry| entry.country.clone())
    }

    fn counts(&self, at: &Whereabouts) -> Option<Counts> {
        let entry = self.entry(at)?;
        let learning = self.stance == Stance::Training && entry.kind == Kind::TraineeAssociate;
        (self.stance == Stance::Claimed || learning).then_some(entry.counts)
    }

    fn is_licensed(&self) -> bool {
        self.counts(&Whereabouts::default()) == Some(Counts::Licensed)
    }

    fn which(&self, at: &Whereabouts) -> Stated {
        let end = self.number.as_ref().map_or(self.mention.bytes.end, |number| number.end);
        let id = self.entry(at).map(|entry| entry.id.clone()).unwrap_or_default();
        stated(self.scene, self.mention.bytes.start..end, id, at.country.clone())
    }
}

/// `PYL12345` says by itself which register it is of. Nobody speaks it.
fn speaking_numbers(scene: &Scene) -> Vec<Mention> {
    if scene.words.field == Field::Captions {
        return Vec::new();
    }
    let mention = |(entry, bytes): (u16, Range<usize>)| Mention {
        tokens: scene.tokens_at(&bytes),
        bytes,
        entries: vec![entry],
        own: 1,
        form: Form::Letters,
        name: None,
    };
    number::speaking(&scene.words.text).into_iter().map(mention).collect()
}

/// The country that a place names, or a register, or that alone knows the letters.
fn country(claims: &[Claim]) -> String {
    let placed = claims.iter().find_map(|claim| claim.place.as_ref()).map(|(place, _)| place.country.clone());
    placed
        .or_else(|| claims.iter().find_map(Claim::country_of_register))
        .or_else(|| claims.iter().find_map(only_country))
        .unwrap_or_default()
}

fn only_country(claim: &Claim) -> Option<String> {
    let mut countries = claim.known().map(|entry| entry.country.as_str());
    let telling = claim.mention.form == Form::Letters && claim.is_licensed();
    let first = countries.next().filter(|country| !country.is_empty() && telling)?;
    countries.all(|other| other == first).then(|| first.to_owned())
}

fn categories(claims: &[Claim], at: &Whereabouts) -> Vec<Category> {
    let counted = |counts| claims.iter().any(|claim| claim.counts(at) == Some(counts));
    let all =
        [(Counts::Licensed, Category::CredentialLicensed), (Counts::Unregulated, Category::CredentialUnregulated)];
    all.into_iter().filter(|(counts, _)| counted(*counts)).map(|(_, category)| category).collect()
}

/// The creator's name where it is a person's, else the name that a title stands with, else the one speech gives.
fn who(scenes: &[Scene], claims: &[Claim]) -> Option<Stated> {
    creator_name(scenes, claims)
        .or_else(|| claims.iter().find_map(name_with_title))
        .or_else(|| scenes.iter().find_map(own_name))
}

fn creator_name(scenes: &[Scene], claims: &[Claim]) -> Option<Stated> {
    let scene = scenes.iter().find(|scene| scene.words.field == Field::CreatorName)?;
    let starts = claims.iter().filter(|claim| std::ptr::eq(claim.scene, scene)).map(|claim| claim.mention.bytes.start);
    let bytes = names::of_creator(scene, starts.min())?;
    Some(stated(scene, bytes, String::new(), String::new()))
}

fn name_with_title(claim: &Claim) -> Option<Stated> {
    let titled = claim.scene.words.field == Field::CreatorName;
    let beside = || names::beside(claim.scene, claim.mention.tokens.start);
    let name = if titled { beside() } else { claim.mention.name.clone() };
    let name = name.filter(|_| claim.stance == Stance::Claimed)?;
    let bytes = claim.scene.words.tokens.bytes(name.start, name.end);
    Some(stated(claim.scene, bytes, String::new(), String::new()))
}

/// "I'm Dr Jane Doe", "my name is Jane Doe"
fn own_name(scene: &Scene) -> Option<Stated> {
    let mut said = scene.frames.of(Frame::Speaker);
    let name = said.find_map(|hit| names::introduced(scene, hit.end))?;
    Some(stated(scene, scene.words.tokens.bytes(name.start, name.end), String::new(), String::new()))
}

fn stated(scene: &Scene, bytes: Range<usize>, entry: String, country: String) -> Stated {
    let text = &scene.words.text;
    let start = text[..bytes.start].chars().count();
    let quote = text[bytes].to_owned();
    Stated { entry, country, field: scene.words.field, start, end: start + quote.chars().count(), quote }
}
