/** The elements that authors may place in a lesson (content/guides/en.md lists them). */
import Do from './Do.astro';
import Dont from './Dont.astro';
import Fact from './Fact.astro';
import Illustration from './Illustration.astro';
import Laws from './Laws.astro';
import Link from './Link.astro';
import ObservationNote from './ObservationNote.astro';
import PolicyDrafter from './PolicyDrafter.astro';
import Post from './Post.astro';
import Posts from './Posts.astro';
import Question from './Question.astro';
import ReportingLines from './ReportingLines.astro';
import Say from './Say.astro';
import Scenario from './Scenario.astro';
import Section from './Section.astro';
import Support from './Support.astro';
import Tomorrow from './Tomorrow.astro';

export const elements = { Do, Dont, Fact, Illustration, Laws, ObservationNote, PolicyDrafter, Post, Posts, Question, ReportingLines, Say, Scenario, Section, Support, Tomorrow, a: Link };
