// Reads an iCalendar file from standard input with a parser that is not ours, and writes what it found as JSON.
import ICAL from 'ical.js';
import { text } from 'node:stream/consumers';

const calendar = new ICAL.Component(ICAL.parse(await text(process.stdin)));
for (const zone of calendar.getAllSubcomponents('vtimezone'))
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));

const utc = time => time.isDate ? time.toString() : time.toJSDate().toISOString();
console.log(JSON.stringify({
  name: calendar.getFirstPropertyValue('x-wr-calname'),
  events: calendar.getAllSubcomponents('vevent').map(component => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid, summary: event.summary, location: event.location, description: event.description, sequence: event.sequence,
      url: component.getFirstPropertyValue('url'), status: component.getFirstPropertyValue('status'), isDate: event.startDate.isDate,
      start: utc(event.startDate), end: component.hasProperty('dtend') ? utc(event.endDate) : null, minutes: event.duration.toSeconds() / 60,
    };
  }),
}));
