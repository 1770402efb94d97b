/** Zones whose clocks did something that a simpler library gets wrong; what, beside each. */
export const ZONES: readonly string[] = [
  'Africa/Cairo', // changes at midnight, four of them in 2010 and 2014
  'Africa/Casablanca', // back for Ramadan, from 2012 four changes a year
  'Africa/Monrovia', // -00:44:30 until 1972
  'America/Asuncion', // changes at midnight
  'America/Bogota', // one change in 1992, back in 1993
  'America/Caracas', // half an hour, 2007 to 2016
  'America/Havana', // changes at midnight, forward, and at one, back to midnight
  'America/Los_Angeles',
  'America/New_York',
  'America/Recife', // two changes within a week in October 2000
  'America/Santiago', // changes at midnight
  'America/Sao_Paulo', // changes at midnight
  'America/St_Johns', // changes at one minute past midnight; two hours at once in 1988
  'Antarctica/Troll', // two hours at once
  'Asia/Amman', // changes at midnight
  'Asia/Beirut', // changes at midnight
  'Asia/Damascus', // changes at midnight
  'Asia/Dhaka',
  'Asia/Gaza', // changes at midnight and one minute past
  'Asia/Kathmandu', // +05:45
  'Asia/Pyongyang', // half an hour, 2015 and 2018
  'Asia/Riyadh',
  'Asia/Tehran', // changes at midnight, +03:30
  'Asia/Tokyo',
  'Australia/Eucla', // +08:45
  'Australia/Lord_Howe', // half an hour of summer time
  'Europe/Dublin',
  'Europe/Lisbon',
  'Europe/London',
  'Europe/Moscow',
  'Pacific/Apia', // no 30 December 2011
  'Pacific/Chatham', // +12:45
  'Pacific/Kiritimati', // no 1 January 1995, or no 31 December 1994
  'Pacific/Kwajalein', // no 21 August 1993
];
