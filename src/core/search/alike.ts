/**
 * Words that people type and the lessons, written in few plain words, do not use → the words that the lessons use for it. Read in one
 * direction only, and in every form of a word. Many words may stand on either side. The build puts those of a language into its index.
 */
export const alikeWords: Partial<Record<string, readonly (readonly [typed: string, ours: string])[]>> = {
  en: [
    ['stress burnout shock nightmare upset depressed wellbeing therapy', 'reaction trauma counsellor sleep'],
    ['link url site', 'address web'],
    ['photo photograph image video selfie screenshot', 'photo picture film recording'],
    ['passport id document identification', 'papers identity'],
    ['kid minor teen teenager underage youth', 'child young'],
    ['cab rickshaw tuk uber', 'taxi'],
    ['truck', 'lorry'],
    ['cop officer', 'police'],
    ['telephone phone ring dial', 'call number'],
    ['hotline helpline', 'line'],
    ['boss supervisor owner', 'manager'],
    ['maid cleaner cleaning', 'housekeeping'],
    ['reception receptionist frontdesk', 'desk'],
    ['motel hostel guesthouse airbnb resort', 'hotel lodging'],
    ['tourist visitor', 'guest traveller'],
    ['client customer', 'guest passenger'],
    ['scared frightened worried nervous', 'afraid fear'],
    ['fired sacked dismissed', 'job lose'],
    ['jail prison fine penalty punishment illegal', 'law crime'],
    ['evidence', 'proof untouched'],
    ['lgbt lgbtq homosexual', 'gay lesbian transgender'],
    ['rape molest assault', 'abuse'],
    ['pimp trafficker trafficking', 'exploitation offender'],
    ['perpetrator criminal abuser suspect', 'offender'],
    ['ngo charity', 'organisation'],
    ['counselor', 'counsellor'],
    ['color', 'colour'],
    ['confidential', 'secret privacy'],
  ],
};
