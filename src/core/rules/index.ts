import { paramsLifted } from './params-lifted.ts';
import { textNumber } from './text-number.ts';
import { keyNumber } from './key-number.ts';
import { invisibleSign } from './invisible-sign.ts';
import { yamlLineEnd } from './yaml-line-end.ts';
import { yamlMark } from './yaml-mark.ts';
import { yamlSwallow } from './yaml-swallow.ts';
import { yamlTabLost } from './yaml-tab-lost.ts';
import { yamlHash } from './yaml-hash.ts';
import { fenceTail } from './fence-tail.ts';
import { lineEnds } from './line-ends.ts';
import { mergeConflict } from './merge-conflict.ts';
import { kindUnknown } from './kind-unknown.ts';
import { menuEntry } from './menu-entry.ts';
import { outputUnknown } from './output-unknown.ts';
import { markupUnknown } from './markup-unknown.ts';
import { urlAddress } from './url-address.ts';
import { settingValue } from './setting-value.ts';
import { cascadeTarget } from './cascade-target.ts';
import { bodyAddress } from './body-address.ts';
import { bodyUrl } from './body-url.ts';
import { bodyNote } from './body-note.ts';
import { bodySetext } from './body-setext.ts';
import { bodyCode } from './body-code.ts';
import { bodyDefinition } from './body-definition.ts';
import { bodyOpen } from './body-open.ts';
import { bodyNested } from './body-nested.ts';
import { bodyEmoji } from './body-emoji.ts';
import { bodyHtml } from './body-html.ts';
import { bodyMore } from './body-more.ts';
import { bodyTable } from './body-table.ts';
import { bodyImage } from './body-image.ts';
import { bodyAlt } from './body-alt.ts';
import { bodyBlank } from './body-blank.ts';
import { bodyForeign } from './body-foreign.ts';
import { bodyResidue } from './body-residue.ts';
import { bodyLost } from './body-lost.ts';
import { bodyMath } from './body-math.ts';
import { imageMissing } from './image-missing.ts';
import { anchorMissing } from './anchor-missing.ts';
import { linkMissing } from './link-missing.ts';
import { refMissing } from './ref-missing.ts';
import { fenceEarly } from './fence-early.ts';
import { titleQuotes } from './title-quotes.ts';
import { thumbnailAddress } from './thumbnail-address.ts';
import { layoutUnknown } from './layout-unknown.ts';
import { bodyStrikethrough } from './body-strikethrough.ts';
import { bodyProduct } from './body-product.ts';
import { bodyLink } from './body-link.ts';
import { bodyEmphasis } from './body-emphasis.ts';
import { bodyBlock } from './body-block.ts';
import { dateFormat } from './date-format.ts';
import { dateNumber } from './date-number.ts';
import { encoding } from './encoding.ts';
import { fenceMissing } from './fence-missing.ts';
import { fieldEmpty } from './field-empty.ts';
import { fieldMissing } from './field-missing.ts';
import { fieldSwitch } from './field-switch.ts';
import { fieldType } from './field-type.ts';
import { fieldValue } from './field-value.ts';
import { imageAddress } from './image-address.ts';
import { imageContent } from './image-content.ts';
import { imageDuplicate } from './image-duplicate.ts';
import { imageRemote, linkRemote } from './image-remote.ts';
import { keyDuplicate } from './key-duplicate.ts';
import { keyNearMiss } from './key-near-miss.ts';
import type { Rule } from './rule.ts';
import { shortcodeArgument } from './shortcode-argument.ts';
import { shortcodeBroken } from './shortcode-broken.ts';
import { shortcodeUnknown } from './shortcode-unknown.ts';
import { sidebarValue } from './sidebar-value.ts';
import { SYNTAX_RULES } from './syntax.ts';
import { houseWord } from './house-word.ts';
import { suppressionUnused } from './suppression-unused.ts';
import { termDuplicate } from './term-duplicate.ts';
import { termSpace } from './term-space.ts';
import { termAddress } from './term-address.ts';
import { termJoined } from './term-joined.ts';
import { termSpelling } from './term-spelling.ts';
import { termVocabulary } from './term-vocabulary.ts';
import { draft } from './draft.ts';
import { dateFuture } from './date-future.ts';
import { dateExpired } from './date-expired.ts';
import { dateOrder } from './date-order.ts';
import { dateYear } from './date-year.ts';
import { dateZone } from './date-zone.ts';
import { tocEmpty } from './toc-empty.ts';
import { formulaOff } from './formula-off.ts';
import { menuUnknown } from './menu-unknown.ts';
import { summaryUnused } from './summary-unused.ts';
import { descriptionMissing } from './description-missing.ts';
import { textMarkup } from './text-markup.ts';
import { widgetEmpty } from './widget-empty.ts';
import { slugAddress } from './slug-address.ts';
import { addressClash } from './address-clash.ts';
import { addressChanged } from './address-changed.ts';
import { titleDuplicate } from './title-duplicate.ts';
import { userSchema } from './user-schema.ts';
import { widgetUnknown } from './widget-unknown.ts';

/** All rules; the only list of them. */
export const RULES: readonly Rule[] = [
  encoding,
  fenceMissing,
  fenceEarly,
  fenceTail,
  lineEnds,
  mergeConflict,
  yamlHash,
  yamlMark,
  yamlSwallow,
  yamlTabLost,
  yamlLineEnd,
  invisibleSign,
  keyNumber,
  textNumber,
  paramsLifted,
  ...SYNTAX_RULES,
  keyDuplicate,
  keyNearMiss,
  fieldMissing,
  fieldEmpty,
  fieldType,
  fieldSwitch,
  fieldValue,
  sidebarValue,
  dateFormat,
  dateNumber,
  widgetUnknown,
  menuEntry,
  outputUnknown,
  markupUnknown,
  urlAddress,
  settingValue,
  cascadeTarget,
  kindUnknown,
  shortcodeBroken,
  shortcodeUnknown,
  shortcodeArgument,
  titleQuotes,
  layoutUnknown,
  thumbnailAddress,
  bodyEmphasis,
  bodyStrikethrough,
  bodyProduct,
  bodyLink,
  bodyBlock,
  houseWord,
  termDuplicate,
  termSpace,
  termAddress,
  termJoined,
  termSpelling,
  termVocabulary,
  draft,
  dateFuture,
  dateExpired,
  dateOrder,
  dateYear,
  dateZone,
  tocEmpty,
  formulaOff,
  menuUnknown,
  summaryUnused,
  descriptionMissing,
  textMarkup,
  widgetEmpty,
  slugAddress,
  addressClash,
  addressChanged,
  titleDuplicate,
  bodyAddress,
  bodyUrl,
  bodyNote,
  bodySetext,
  bodyCode,
  bodyDefinition,
  bodyHtml,
  bodyOpen,
  bodyNested,
  bodyEmoji,
  bodyMore,
  bodyTable,
  bodyImage,
  bodyAlt,
  bodyBlank,
  bodyForeign,
  bodyResidue,
  bodyLost,
  bodyMath,
  imageMissing,
  linkMissing,
  anchorMissing,
  refMissing,
  imageAddress,
  imageRemote,
  imageContent,
  imageDuplicate,
  linkRemote,
  userSchema,
  suppressionUnused,
];
